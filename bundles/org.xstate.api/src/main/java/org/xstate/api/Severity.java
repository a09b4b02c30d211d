package org.xstate.api;

/** How much a {@link Finding} matters, ascending. */
public enum Severity {
    /** Worth knowing; nothing is wrong. */
    NOTE,
    /** Somebody may be misled, or something could not be decided. */
    WARNING,
    /** An instruction would fault, data is lost, or a value is wrong. */
    ERROR;

    /** The word used in text and JSON output: {@code note}, {@code warning}, {@code error}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
