package org.xstate.ui.editor.internal;

import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.xstate.model.index.TextEdit;

/** Changes of documents. */
final class Documents {

    private Documents() {
    }

    /** Makes edits that do not overlap, as one change that can be undone. */
    static void apply(IDocument document, List<TextEdit> edits) {
        MultiTextEdit all = new MultiTextEdit();
        edits.forEach(
                edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.replacement())));
        try {
            all.apply(document);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(IDocument document, int offset, int length) {
        try {
            return document.get(offset, length);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From 0. */
    static int line(IDocument document, int offset) {
        try {
            return document.getLineOfOffset(Math.min(offset, document.getLength()));
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }
}
