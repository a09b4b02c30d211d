package org.xstate.model.index;

import java.util.Objects;

/**
 * A token as it stands in the text, comments included.
 *
 * @param offset in characters from the beginning of the text
 */
public record SourceToken(Kind kind, int offset, String text) {

    public enum Kind {
        IDENTIFIER, KEYWORD, NUMBER, STRING, PUNCTUATION,
        /** Between slash and star, or up to the end of the line. */
        COMMENT,
        /** {@code #} with the word behind it: {@code #include}. */
        DIRECTIVE,
        /** A character that no token begins with, or a string or a comment without an end. */
        UNKNOWN
    }

    public SourceToken {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }

    /** Behind the last character. */
    public int end() {
        return offset + text.length();
    }

    public boolean is(String other) {
        return text.equals(other);
    }

    public boolean isName() {
        return kind == Kind.IDENTIFIER;
    }
}
