package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.model.KernelVersion;
import org.xstate.ui.Settings;
import org.xstate.ui.tests.Ui;

/** The page Xstate Workbench of the preferences. */
class PreferencesTest {

    private static final String PAGE = "org.xstate.ui.workbench.preferences";

    @AfterEach
    void asWithoutSettings() throws Exception {
        for (String key : List.of(Settings.THREADS, Settings.MAX_MEMORY, Settings.KERNEL, Settings.PROFILE)) {
            Settings.node().remove(key);
        }
    }

    private static PreferenceDialog open() {
        return Ui.on(() -> {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                    Ui.page().getWorkbenchWindow().getShell(), PAGE, new String[]{PAGE}, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            return dialog;
        });
    }

    /** The field behind a label, mnemonic and colon included. */
    private static Text field(PreferenceDialog dialog, String label) {
        Label before = Ui.find(dialog.getShell(), Label.class, one -> one.getText().equals(label))
                .orElseThrow();
        List<Control> beside = List.of(before.getParent().getChildren());
        return (Text) beside.get(beside.indexOf(before) + 1);
    }

    private static void set(PreferenceDialog dialog, String label, String text) {
        Ui.on(() -> {
            field(dialog, label).setText(text);
            return null;
        });
        // fields judge what they hold when a key is released
        Ui.send(Ui.on(() -> field(dialog, label)), SWT.KeyUp, new Event());
    }

    private static Optional<String> error(PreferenceDialog dialog) {
        return Ui
                .on(() -> Optional.ofNullable(((PreferencePage) dialog.getSelectedPage()).getErrorMessage()));
    }

    @Test
    void whatIsNoSizeNoReleaseAndNoNumberIsRefusedWithWhatToWrite() {
        PreferenceDialog dialog = open();
        set(dialog, "&Memory for states:", "4X");
        assertTrue(error(dialog).orElse("").contains("512M or 4G"), error(dialog).toString());
        set(dialog, "&Memory for states:", "");
        set(dialog, "&Kernel:", "six");
        assertTrue(error(dialog).orElse("").contains("6.16 or 5.15.3"), error(dialog).toString());
        set(dialog, "&Kernel:", "");
        set(dialog, "&Threads that explore:", "17");
        assertTrue(error(dialog).orElse("").contains("from 1 to 16"), error(dialog).toString());
        assertFalse(Ui.on(() -> ((PreferencePage) dialog.getSelectedPage()).isValid()));
        Ui.on(dialog::close);
    }

    @Test
    void whatIsSetIsWhatChecksTake() {
        PreferenceDialog dialog = open();
        set(dialog, "&Memory for states:", "4G");
        set(dialog, "&Kernel:", "6.6.3");
        set(dialog, "&Threads that explore:", "3");
        Ui.on(() -> ((PreferencePage) dialog.getSelectedPage()).performOk());
        Ui.on(dialog::close);
        assertEquals(4L << 30, Settings.maxMemory());
        assertEquals(3, Settings.checking().exploration().threads());
        assertEquals(Optional.of(new KernelVersion(6, 6, 3)), Settings.kernel());
        PreferenceDialog again = open();
        assertEquals("4G", Ui.on(() -> field(again, "&Memory for states:").getText()));
        Ui.on(again::close);
    }

    @Test
    void withoutSettingsChecksRunOnAllCores() {
        assertEquals(Math.min(16, Runtime.getRuntime().availableProcessors()), Settings.threads());
        assertEquals(Optional.empty(), Settings.profile());
        Settings.node().put(Settings.PROFILE, "no such processor");
        assertEquals(Optional.empty(), Settings.profile());
    }
}
