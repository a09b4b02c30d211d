package org.xstate.ui.tests.project;

import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Waits for a file that another start hands over. */
class AwaitFileScript {

    @Test
    void aFileIsOpenedThatNobodyOpenedHere() {
        Ui.await("the file is in an editor", () -> Ui.page().getActiveEditor() != null
                && Ui.page().getActiveEditor().getEditorInput().getName().equals("pkru-init.c"));
    }
}
