package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.tests.Ui;

/** The page of the editor's preferences: what it says is what open editors do. */
class EditorPreferencesTest {

    private static final String PAGE = "org.xstate.ui.editor.preferences";

    @TempDir
    Path folder;

    private static PreferenceDialog page() {
        return Ui.on(() -> {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                    Ui.page().getWorkbenchWindow().getShell(), PAGE, new String[]{PAGE}, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            return dialog;
        });
    }

    private static Button button(PreferenceDialog page, String text) {
        return Ui.on(() -> Ui.find(page.getShell(), Button.class, one -> Ui.plain(one.getText()).equals(text))
                .orElseThrow(() -> new AssertionError("no " + text)));
    }

    private static void press(PreferenceDialog page, String text) {
        Button button = button(page, text);
        Ui.on(() -> {
            if ((button.getStyle() & SWT.CHECK) != 0) {
                button.setSelection(!button.getSelection());
            }
            return null;
        });
        Ui.send(button, SWT.Selection, new Event());
    }

    private static Spinner width(PreferenceDialog page) {
        return Ui.on(() -> Ui.find(page.getShell(), Spinner.class, _ -> true).orElseThrow());
    }

    @AfterEach
    void asDelivered() {
        PreferenceDialog page = page();
        press(page, "Restore Defaults");
        press(page, "Apply and Close");
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    @Test
    void whatIsChosenForKeywordsIsSeenInAnOpenEditor() throws IOException {
        ModelEditor editor = ModelEditor.open(ModelEditor.seed(folder));
        int keyword = editor.text().indexOf("void ");
        assertTrue(bold(editor, keyword), "as delivered");
        PreferenceDialog page = page();
        List roles = Ui.on(() -> Ui.find(page.getShell(), List.class, _ -> true).orElseThrow());
        Ui.on(() -> {
            roles.select(roles.indexOf("Keywords"));
            return null;
        });
        Ui.send(roles, SWT.Selection, new Event());
        assertTrue(Ui.on(button(page, "Bold")::getSelection));
        press(page, "Bold");
        press(page, "Apply and Close");
        Ui.await("keywords are bold no longer", () -> !bold(editor, keyword));
    }

    private static boolean bold(ModelEditor editor, int offset) {
        return Ui.on(() -> {
            StyleRange style = editor.widget().getStyleRangeAtOffset(offset);
            return style != null && (style.fontStyle & SWT.BOLD) != 0;
        });
    }

    @Test
    void whatIsSetIsThereAgainAndDefaultsComeBack() {
        PreferenceDialog page = page();
        assertEquals(100, Ui.on(width(page)::getSelection));
        Ui.on(() -> {
            width(page).setSelection(80);
            return null;
        });
        press(page, "Format a file when it is saved");
        press(page, "Apply and Close");
        PreferenceDialog again = page();
        assertEquals(80, Ui.on(width(again)::getSelection));
        assertTrue(Ui.on(button(again, "Format a file when it is saved")::getSelection));
        press(again, "Restore Defaults");
        assertEquals(100, Ui.on(width(again)::getSelection));
        press(again, "Cancel");
    }
}
