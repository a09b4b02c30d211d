package org.xstate.ui.tests.gallery.editor;

import java.io.IOException;

import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.xstate.ui.tests.gallery.Stage;

/** A slip, and the remedies for it. */
final class EditorFixStage implements Stage {

    @Override
    public String name() {
        return "editor-fix";
    }

    @Override
    public void set() throws IOException {
        SeedCopy.open().type("\tfpregs_lock();", "\tfpregs_lokc();", 3)
                .run(ITextEditorActionConstants.QUICK_ASSIST);
    }
}
