package org.xstate.analysis.layout;

/** What was to tell about a CPU cannot be read, or tells nothing. The message names it and says what to do. */
public final class UnreadableCpuException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean missing;

    UnreadableCpuException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** Whether there is nothing to be read, rather than something unusable. */
    public boolean isMissing() {
        return missing;
    }
}
