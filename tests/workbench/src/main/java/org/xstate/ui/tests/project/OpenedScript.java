package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Only looks whether there is a window to work in. */
class OpenedScript {

    @Test
    void theWindowHasItsFirstPerspective() {
        assertEquals("org.xstate.ui.workbench.layout",
                Ui.on(() -> Ui.page().getPerspective()
                        .getId()));
    }
}
