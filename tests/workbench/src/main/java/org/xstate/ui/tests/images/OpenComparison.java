package org.xstate.ui.tests.images;

import java.util.List;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** A comparison of two images that a test drives. */
public final class OpenComparison {

    public static final String ID = "org.xstate.ui.images.compare";

    private final IEditorPart part;

    private OpenComparison(IEditorPart part) {
        this.part = part;
    }

    /** The one that is at the front, once it is filled. */
    public static OpenComparison active() {
        Ui.await("a comparison is open", () -> Ui.page().getActiveEditor() != null
                && Ui.page().getActiveEditor().getSite().getId().equals(ID));
        OpenComparison comparison = new OpenComparison(Ui.on(() -> Ui.page().getActiveEditor()));
        Ui.await("it has a verdict", () -> !comparison.verdict().isEmpty());
        return comparison;
    }

    /** Compares what an editor shows with another image of its file, by the context menu. */
    public static OpenComparison of(OpenImage image, String other) {
        Menus.context(image.tree(), "Compare With", other);
        return active();
    }

    private <T extends Control> List<T> all(Class<T> type) {
        return Ui.on(() -> Ui.all(Ui.area(part), type));
    }

    public IEditorPart part() {
        return part;
    }

    public Table table() {
        return all(Table.class).getFirst();
    }

    public List<String> rows() {
        return Rows.of(table());
    }

    public List<String> images() {
        return all(Combo.class).stream().map(combo -> Ui.on(combo::getText)).toList();
    }

    public String verdict() {
        return all(Label.class).stream().map(label -> Ui.on(label::getText))
                .filter(text -> text.matches("(IDENTICAL|SAME MEANING|DIFFERENT).*|.*: .*")).findFirst()
                .orElse("");
    }

    /** The row that is selected; empty if none is. */
    public String selected() {
        return Ui.on(() -> table().getSelectionCount() == 0 ? "" : rows().get(table().getSelectionIndex()));
    }

    public void next() {
        Ui.execute("org.eclipse.ui.navigate.next");
    }

    public void previous() {
        Ui.execute("org.eclipse.ui.navigate.previous");
    }

    public void maximize() {
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(part), IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.settle();
    }
}
