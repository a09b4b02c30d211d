package org.xstate.ui.images.internal;

import java.util.Optional;

import org.xstate.ui.FileDialogs;

/** Opens comparisons of what an editor shows. */
final class Comparing {

    /** Images that a menu lists; the comparison's own boxes list all. */
    static final int MOST_IN_MENU = 30;

    private Comparing() {
    }

    static void withImage(ImageEditor editor, int other) {
        CompareInput.Side side = CompareInput.Side.of(editor);
        open(editor, new CompareInput.Side(side.path(), other, side.snapshot()));
    }

    static void withFile(ImageEditor editor) {
        FileDialogs.open(editor.getSite().getShell(), Messages.compare_chooseFile)
                .ifPresent(path -> open(editor, new CompareInput.Side(path, 0, Optional.empty())));
    }

    private static void open(ImageEditor editor, CompareInput.Side other) {
        CompareEditor.open(editor.getSite().getPage(), new CompareInput(CompareInput.Side.of(editor), other));
    }
}
