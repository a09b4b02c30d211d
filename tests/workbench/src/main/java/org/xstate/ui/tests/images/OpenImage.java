package org.xstate.ui.tests.images;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** An editor of images that a test drives. */
public final class OpenImage {

    public static final String ID = "org.xstate.ui.images.editor";
    public static final Path ROOT = Path.of(System.getProperty("xstate.root"));

    private final IEditorPart part;

    private OpenImage(IEditorPart part) {
        this.part = part;
    }

    /** Opens a file with the editor that the workbench chooses for it. */
    public static OpenImage open(Path file) {
        IEditorPart opened = Ui.on(() -> IDE.openEditorOnFileStore(Ui.page(),
                EFS.getLocalFileSystem().getStore(file.toUri())));
        if (!opened.getSite().getId().equals(ID)) {
            throw new AssertionError(file + " opens in " + opened.getSite().getId());
        }
        OpenImage image = new OpenImage(opened);
        Ui.await("an image is shown", () -> image.tree().getItemCount() > 0);
        return image;
    }

    /** A file of the checkout: {@code examples/cores/six-threads.core}. */
    public static OpenImage open(String file) {
        return open(ROOT.resolve(file));
    }

    /** What the editor that is at the front shows. */
    public static OpenImage of(IEditorPart part) {
        return new OpenImage(part);
    }

    public IEditorPart part() {
        return part;
    }

    private <T extends Control> List<T> all(Class<T> type) {
        return Ui.on(() -> Ui.all((Composite) Ui.area(part), type));
    }

    public Tree tree() {
        return all(Tree.class).getFirst();
    }

    public Table findings() {
        return all(Table.class).getFirst();
    }

    /** The bytes. */
    public Canvas hex() {
        return all(Canvas.class).stream()
                .filter(one -> one.getClass() == Canvas.class && Ui.on(() -> one.getVerticalBar() != null
                        && one.getMenu() != null))
                .findFirst().orElseThrow();
    }

    /** The line above with format, masks and origin of the layout. */
    public String summary() {
        return all(Text.class).stream().map(text -> Ui.on(text::getText))
                .filter(text -> text.contains("layout"))
                .findFirst().orElse("");
    }

    /** The line below the bytes, about those that are selected. */
    public String inspected() {
        return all(Text.class).stream().map(text -> Ui.on(text::getText))
                .filter(text -> text.startsWith("offset"))
                .findFirst().orElse("");
    }

    /** The n-th box of the header: image, layout, container. */
    public void choose(int box, String item) {
        Combo combo = all(Combo.class).get(box);
        Ui.on(() -> {
            int index = Arrays.asList(combo.getItems()).indexOf(item);
            if (index < 0) {
                throw new AssertionError("no " + item + " in " + Arrays.toString(combo.getItems()));
            }
            combo.select(index);
            return null;
        });
        Ui.send(combo, SWT.Selection, new Event());
    }

    /** What a box of the header shows. */
    public String chosen(int box) {
        return Ui.on(() -> all(Combo.class).get(box).getText());
    }

    public List<String> items(int box) {
        return Ui.on(() -> Arrays.asList(all(Combo.class).get(box).getItems()));
    }

    /** The row of a part: its name is that of the component, whatever its sign. */
    public TreeItem part(String name) {
        return Ui.on(() -> Stream.of(tree().getItems())
                .filter(item -> item.getText().equals(name) || item.getText().endsWith(" " + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part " + name)));
    }

    /** Name, value, meaning, offset, bits of a row. */
    public List<String> part(String name, int columns) {
        return texts(part(name)).subList(0, columns);
    }

    private List<String> texts(TreeItem item) {
        return Ui.on(() -> Stream.of(0, 1, 2, 3, 4).map(item::getText).toList());
    }

    /** Selects a field and gives its row. */
    public List<String> select(String part, String field) {
        return texts(Rows.select(tree(), Ui.on(() -> part(part).getText()), field));
    }

    /** What stands in the column of values beside a field, whether its part is expanded or not. */
    public String value(String part, String field) {
        TreeItem row = part(part);
        Rows.expand(tree(), row);
        return Ui.on(() -> Stream.of(row.getItems()).filter(item -> item.getText().equals(field)).findFirst()
                .orElseThrow(() -> new AssertionError("no field " + field)).getText(1));
    }

    public void select(String part) {
        Rows.select(tree(), Ui.on(() -> part(part).getText()));
    }

    public boolean isDirty() {
        return Ui.on(part::isDirty);
    }

    public void save() {
        Ui.on(() -> {
            part.doSave(new org.eclipse.core.runtime.NullProgressMonitor());
            return null;
        });
        Ui.settle();
    }

    /** Gives the editor the whole window. */
    public void maximize() {
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(part), IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.settle();
    }

    public void close() {
        Ui.on(() -> Ui.page().closeEditor(part, false));
        Ui.settle();
    }
}
