package org.xstate.analysis.text;

/**
 * How text is marked. Colour adds, it never carries meaning: every word is there without it.
 *
 * @param ansi whether escape sequences may be written
 */
public record Style(boolean ansi) {

    /** For files, pipes and {@code NO_COLOR}. */
    public static final Style PLAIN = new Style(false);

    public String bold(String text) {
        return mark("1", text);
    }

    public String dim(String text) {
        return mark("2", text);
    }

    public String error(String text) {
        return mark("1;31", text);
    }

    public String warning(String text) {
        return mark("33", text);
    }

    public String good(String text) {
        return mark("32", text);
    }

    private String mark(String code, String text) {
        return ansi ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
