package org.xstate.ui.tests.gallery.editor;

import java.io.IOException;

import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.xstate.ui.tests.gallery.Stage;

/** What could be written. */
final class EditorAssistStage implements Stage {

    @Override
    public String name() {
        return "editor-assist";
    }

    @Override
    public void set() throws IOException {
        SeedCopy.open().type("\tfpregs_lock();", "\tcurrent->thread.fpu.fpstate->regs.header.", 42)
                .run(ITextEditorActionConstants.CONTENT_ASSIST);
    }
}
