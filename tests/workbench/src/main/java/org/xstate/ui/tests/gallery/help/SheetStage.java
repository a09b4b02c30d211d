package org.xstate.ui.tests.gallery.help;

import java.util.Map;

import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A cheat sheet beside what its first step opens. */
final class SheetStage implements Stage {

    @Override
    public String name() {
        return "cheat-sheet";
    }

    @Override
    public void set() {
        Ui.execute("org.eclipse.ui.cheatsheets.openCheatSheet",
                Map.of("cheatSheetId", "org.xstate.ui.help.mail"));
        Ui.await("the sheet is shown",
                () -> Ui.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView") != null);
    }
}
