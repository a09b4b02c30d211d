package org.xstate.ui.tests.help;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Spoken;
import org.xstate.ui.tests.Ui;

/** Help where there is no browser in the window, as on a machine without WebKitGTK. */
class HelpViewTest {

    private static final String HELP = "org.eclipse.help.ui.HelpView";
    private static final String CONTEXT = "org.xstate.ui.help.cpu";

    @AfterEach
    void closeTheHelpView() {
        Ui.on(() -> {
            Ui.page().hideView(Ui.page().findView(HELP));
            return null;
        });
    }

    @Test
    void theTextOfAViewIsShownBesideIt() {
        // the platform asks the part that is active for help, too
        Ui.open("org.xstate.ui.layout.cpu", IViewPart.class);
        Ui.on(() -> {
            PlatformUI.getWorkbench().getHelpSystem().displayHelp(CONTEXT);
            return null;
        });
        Ui.await("the help view says what the layout view is for",
                () -> Ui.page().findView(HELP) != null && says("which components a processor has"));
    }

    private static boolean says(String text) {
        IViewPart view = Ui.page().findView(HELP);
        return Ui.find(Ui.area(view), Control.class, control -> (control instanceof FormText
                || control instanceof Hyperlink)
                && Spoken.name(control).orElse("").toLowerCase(java.util.Locale.ROOT).contains(text))
                .isPresent();
    }
}
