package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.xstate.model.index.SourceFormatter;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.TextEdit;

/** Lays out the selected lines, or the whole text if nothing is selected. */
final class Formatting {

    private Formatting() {
    }

    static void format(ModelCEditor editor) {
        if (!editor.validateEditorInputState()) {
            return;
        }
        ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        IDocument document = editor.document();
        SourceText text = SourceText.of(editor.file().name(), document.get());
        int width = EditorDefaults.store().getInt(EditorDefaults.WIDTH);
        Optional<List<TextEdit>> edits = selection.getLength() == 0
                ? SourceFormatter.format(text, width)
                : SourceFormatter.format(text, width, selection.getOffset(),
                        selection.getOffset() + selection.getLength());
        edits.ifPresentOrElse(all -> {
            if (!all.isEmpty()) {
                Documents.apply(document, all);
            }
            editor.say(all.isEmpty() ? Messages.format_nothing : "");
        }, () -> editor.complain(Messages.format_refused));
    }

    /** Before a text is saved: what cannot be laid out stays as it is. */
    static void all(ModelCEditor editor) {
        SourceFormatter.format(SourceText.of(editor.file().name(), editor.document().get()),
                EditorDefaults.store().getInt(EditorDefaults.WIDTH)).filter(edits -> !edits.isEmpty())
                .ifPresent(edits -> Documents.apply(editor.document(), edits));
    }
}
