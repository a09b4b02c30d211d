package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Looks at what a new user is shown. */
class FirstStartScript {

    @Test
    void theSeedIsReadyWithTheWelcomePageBesideIt() throws Exception {
        Seed.canBeSteppedThrough();
        Ui.await("the welcome page is open", Seed::isWelcomeOpen);
        IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
        assertTrue(Ui.on(() -> intro.isIntroStandby(intro.getIntro())));
        Seed.isWithoutErrors();
        Ui.on(() -> intro.closeIntro(intro.getIntro()));
    }
}
