package org.xstate.formats.internal.cpuid;

/** The lines of a text, one after the other; LF, CR LF and CR end a line. */
final class Lines {

    /** Characters of a line that are looked at. The flags line of /proc/cpuinfo is the longest that matters. */
    static final int MAX_LENGTH = 16_384;

    private final String text;
    private int next;
    private int number;

    Lines(String text) {
        this.text = text;
    }

    boolean hasNext() {
        return next < text.length();
    }

    /** The next line, without the {@code "> "} of a mail that quotes it. */
    String next() {
        int start = next;
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        next = end + (pair ? 2 : 1);
        number++;
        end = Math.min(end, start + MAX_LENGTH);
        while (start < end && text.charAt(start) == '>') {
            start++;
            if (start < end && text.charAt(start) == ' ') {
                start++;
            }
        }
        return text.substring(start, end);
    }

    /** The number of the line that {@link #next} gave last, from 1. */
    int number() {
        return number;
    }
}
