package org.xstate.ui.tests.gallery.editor;

import java.io.IOException;

import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.xstate.ui.tests.gallery.Stage;

/** What is known of a name. */
final class EditorHoverStage implements Stage {

    @Override
    public String name() {
        return "editor-hover";
    }

    @Override
    public void set() throws IOException {
        SeedCopy.open().type("if (full)", "if (full || !kernel_fpu_locks_fpregs)", 14)
                .run(ITextEditorActionConstants.SHOW_INFORMATION);
    }
}
