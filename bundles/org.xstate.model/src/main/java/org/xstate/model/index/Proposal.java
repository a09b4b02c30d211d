package org.xstate.model.index;

import java.util.Objects;

/**
 * What could be written at a place.
 *
 * @param text          what is written, {@code fpregs_lock()}
 * @param label         what is shown: {@code void fpregs_lock(void)}
 * @param detail        where it comes from, or what it is: {@code kernel/context.c}
 * @param documentation the comment about it; empty if there is none
 * @param kind          for its picture: the identifier of a {@link SymbolKind}, or {@code word}, {@code setting}, {@code value}
 * @param caret         how far behind the beginning of the text the caret goes
 * @param rank          the higher the better
 */
public record Proposal(String text, String label, String detail, String documentation, String kind, int caret,
        int rank) {

    public Proposal {
        Objects.requireNonNull(text);
        Objects.requireNonNull(label);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(documentation);
        Objects.requireNonNull(kind);
    }

    /**
     * How well a name fits what has been typed, the higher the better, and 0 if not at all: the same beginning, then the same
     * beginning in other letters, then beginnings of its words ({@code fl} for {@code fpregs_lock}), then any part of it.
     */
    public static int fit(String typed, String name) {
        if (typed.isEmpty() || name.startsWith(typed)) {
            return 400 - Math.min(100, name.length());
        }
        String low = name.toLowerCase(java.util.Locale.ROOT);
        String wanted = typed.toLowerCase(java.util.Locale.ROOT);
        if (low.startsWith(wanted)) {
            return 300 - Math.min(100, name.length());
        }
        if (words(wanted, 0, low, 0)) {
            return 200 - Math.min(100, name.length());
        }
        return wanted.length() > 2 && low.contains(wanted) ? 100 - Math.min(99, name.length()) : 0;
    }

    /** Whether a text consists of beginnings of words, in their order, from the first word on. */
    private static boolean words(String wanted, int from, String name, int word) {
        if (from == wanted.length()) {
            return true;
        }
        int length = 0;
        while (from + length < wanted.length() && word + length < name.length()
                && wanted.charAt(from + length) == name.charAt(word + length)) {
            length++;
        }
        for (int taken = length; taken > 0; taken--) {
            for (int next = next(name, word); next > 0; next = next(name, next)) {
                if (words(wanted, from + taken, name, next)) {
                    return true;
                }
            }
            if (from + taken == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    private static int next(String name, int word) {
        int line = name.indexOf('_', word);
        while (line >= 0 && line + 1 < name.length() && name.charAt(line + 1) == '_') {
            line++;
        }
        return line < 0 || line + 1 >= name.length() ? -1 : line + 1;
    }
}
