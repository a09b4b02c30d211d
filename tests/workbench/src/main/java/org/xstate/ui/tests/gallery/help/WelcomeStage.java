package org.xstate.ui.tests.gallery.help;

import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** What a first start shows. */
final class WelcomeStage implements Stage {

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public void set() {
        Ui.on(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.page().getWorkbenchWindow(),
                false));
        Ui.settle();
    }
}
