package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.text.ITextSelection;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.TextEdit;

/** Puts the selected lines behind {@code //}, or takes it away if all of them have it. */
final class Commenting {

    private Commenting() {
    }

    static void toggle(ModelCEditor editor) {
        if (!editor.validateEditorInputState()) {
            return;
        }
        ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        SourceText text = SourceText.of("", editor.document().get());
        int first = text.line(selection.getOffset());
        int end = selection.getOffset() + selection.getLength();
        int last = selection.getLength() > 0 && text.column(end) == 1 ? text.line(end) - 1 : text.line(end);
        List<Integer> lines = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            if (!text.lineText(line).isBlank()) {
                lines.add(line);
            }
        }
        boolean all = lines.stream().allMatch(line -> text.lineText(line).stripLeading().startsWith("//"));
        List<TextEdit> edits = lines.stream().map(line -> all
                ? uncommented(text, line)
                : new TextEdit(text.lineStart(line), 0, "//")).toList();
        if (!edits.isEmpty()) {
            Documents.apply(editor.document(), edits);
        }
    }

    private static TextEdit uncommented(SourceText text, int line) {
        return new TextEdit(text.lineStart(line) + text.lineText(line).indexOf("//"), 2, "");
    }
}
