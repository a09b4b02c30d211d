package org.xstate.model.index;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A piece of a text that is to be replaced.
 *
 * @param offset      where it begins
 * @param length      0 for an insertion
 * @param replacement what is to stand there
 */
public record TextEdit(int offset, int length, String replacement) {

    public TextEdit {
        Objects.requireNonNull(replacement);
    }

    /** The text with all of them made, which do not overlap. */
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TextEdit edit : edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList()) {
            result.append(text, at, edit.offset()).append(edit.replacement());
            at = edit.offset() + edit.length();
        }
        return result.append(text, at, text.length()).toString();
    }
}
