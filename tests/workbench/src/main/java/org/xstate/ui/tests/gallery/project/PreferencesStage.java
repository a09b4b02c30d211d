package org.xstate.ui.tests.gallery.project;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** The page of settings. */
final class PreferencesStage implements Stage {

    private static final String PAGE = "org.xstate.ui.workbench.preferences";

    @Override
    public String name() {
        return "preferences";
    }

    @Override
    public void set() {
        Ui.on(() -> {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                    Ui.page().getWorkbenchWindow().getShell(), PAGE, null, null);
            dialog.setBlockOnOpen(false);
            return dialog.open();
        });
    }
}
