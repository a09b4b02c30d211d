package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Takes what the next start offers after a kill. */
class RestoreScript {

    @Test
    void theUnsavedTextIsInTheEditorAgain() throws Exception {
        Ui.await("unsaved changes are offered", () -> dialog().isPresent());
        Shell dialog = Ui.on(() -> dialog().orElseThrow());
        Table table = Ui.on(() -> Ui.find(dialog, Table.class, _ -> true).orElseThrow());
        assertTrue(Ui.on(() -> table.getItem(0).getText(0)).endsWith("mine/scenarios/a.c"));
        assertEquals("as it was", Ui.on(() -> table.getItem(0).getText(2)));
        Button restore = Ui.on(() -> Ui.find(dialog, Button.class, one -> one.getText().equals("&Restore"))
                .orElseThrow());
        Ui.send(restore, SWT.Selection, new Event());
        ITextEditor editor = Ui.on(() -> (ITextEditor) Ui.page().getActiveEditor());
        assertTrue(Ui.on(editor::isDirty));
        assertEquals("typed and not saved\n",
                Ui.on(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get()));
        Ui.on(() -> {
            editor.doSave(new NullProgressMonitor());
            return null;
        });
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().equals("Unsaved Changes")).findFirst();
    }
}
