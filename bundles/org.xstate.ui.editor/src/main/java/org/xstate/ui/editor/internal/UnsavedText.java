package org.xstate.ui.editor.internal;

import java.nio.charset.StandardCharsets;

import org.xstate.ui.Recoverable;

/** What an editor holds that is not on the disk: the whole text. */
record UnsavedText(ModelCEditor editor) implements Recoverable {

    @Override
    public byte[] unsaved() {
        return editor.isDirty() ? editor.document().get().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    @Override
    public void restore(byte[] content) {
        editor.document().set(new String(content, StandardCharsets.UTF_8));
    }
}
