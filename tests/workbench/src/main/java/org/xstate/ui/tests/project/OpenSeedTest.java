package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.debug.Debugging;

/** Help, Open Seed Example. */
class OpenSeedTest {

    private static final String COMMAND = "org.xstate.ui.workbench.openSeed";

    @AfterEach
    void leaveNothing() throws Exception {
        Debugging.clear();
        Ui.on(() -> {
            Ui.page().closeAllEditors(false);
            return PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.layout",
                    Ui.page().getWorkbenchWindow());
        });
        ResourcesPlugin.getWorkspace().getRoot().getProject(Seed.PROJECT).delete(true, true,
                new NullProgressMonitor());
    }

    @Test
    void itCopiesTheExamplesAndStandsAtTheViolation() {
        Ui.execute(COMMAND);
        Seed.canBeSteppedThrough();
    }

    @Test
    void aSecondTimeItBeginsAgainInTheSameEditor() {
        Ui.execute(COMMAND);
        Seed.canBeSteppedThrough();
        Debugging.clear();
        Ui.execute(COMMAND);
        Seed.canBeSteppedThrough();
        assertEquals(1, Ui.on(() -> Ui.page().getEditorReferences().length));
    }
}
