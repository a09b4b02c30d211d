package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.images.OpenImage;

/** Takes what the next start offers after a kill. */
class RestoreScript {

    @Test
    void whatWasNotSavedIsInItsEditorsAgain() throws Exception {
        Ui.await("unsaved changes are offered", () -> dialog().isPresent());
        Shell dialog = Ui.on(() -> dialog().orElseThrow());
        Table table = Ui.on(() -> Ui.find(dialog, Table.class, _ -> true).orElseThrow());
        List<String> rows = Rows.of(table).stream().sorted().toList();
        assertEquals(2, rows.size(), rows.toString());
        assertTrue(rows.get(0).contains("mine/images/a.core|"), rows.toString());
        assertTrue(rows.get(1).contains("mine/scenarios/a.c|"), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.endsWith("|as it was")), rows.toString());
        Button restore = Ui.on(() -> Ui.find(dialog, Button.class, one -> one.getText().equals("&Restore"))
                .orElseThrow());
        Ui.send(restore, SWT.Selection, new Event());
        ITextEditor editor = (ITextEditor) dirty("a.c");
        assertEquals("typed and not saved\n",
                Ui.on(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get()));
        OpenImage image = OpenImage.of(dirty("a.core"));
        Ui.await("the image has its change", () -> image.value("x87", "fcw").equals("023F"));
        Ui.on(() -> {
            editor.doSave(new NullProgressMonitor());
            return null;
        });
        image.save();
    }

    private static IEditorPart dirty(String name) {
        IEditorPart editor = Ui.on(() -> Stream.of(Ui.page().getEditorReferences())
                .filter(one -> one.getName().equals(name)).findFirst().orElseThrow().getEditor(true));
        assertTrue(Ui.on(editor::isDirty), name);
        return editor;
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().equals("Unsaved Changes")).findFirst();
    }
}
