package org.xstate.formats.internal.cpuid;

/** One way of printing CPUID output. A new one is one class, listed in {@link CpuidFormats}. */
interface CpuidTextFormat {

    /** As {@code CpuidDocument.format()} gives it. */
    String name();

    /** A quick look: whether the text may hold lines of this format at all. */
    boolean mayContain(String text);

    /** A reader of one text, which puts what it finds into {@code parts}. */
    LineReader reader(Parts parts);

    /** Reads a text line by line. */
    @FunctionalInterface
    interface LineReader {

        /**
         * Reads a line.
         *
         * @param number 1 for the first line
         * @param line   without its end and without the marks of a quoting mail, at most {@link Lines#MAX_LENGTH}
         *               characters
         */
        Kind line(int number, String line);

        /** The text is over. */
        default void end() {
        }
    }

    /** What a line is to a format. The format with most {@link #DATA} lines reads the text. */
    enum Kind {
        /** It holds numbers that were taken. */
        DATA,
        /** It looks like data and could not be read; a finding says so. */
        DEFECT,
        /** Anything else, headings among it. */
        OTHER
    }
}
