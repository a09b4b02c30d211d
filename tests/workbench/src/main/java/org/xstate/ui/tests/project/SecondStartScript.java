package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.ui.session.Sessions;
import org.xstate.ui.tests.Ui;

/** Looks at what is there again. */
class SecondStartScript {

    @Test
    void whatWasOpenIsOpenAndNobodyIsGreeted() throws Exception {
        assertEquals("org.xstate.ui.workbench.simulate", Ui.on(() -> Ui.page().getPerspective().getId()));
        assertEquals(List.of("begin-finish.c"), Ui.on(Seed::editors));
        Ui.settle();
        assertFalse(Ui.on(Seed::isWelcomeOpen));
        assertEquals(Optional.empty(), Ui.on(Sessions::active));
        Seed.isWithoutErrors();
    }
}
