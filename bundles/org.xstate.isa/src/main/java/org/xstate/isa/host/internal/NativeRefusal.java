package org.xstate.isa.host.internal;

/** The running process may not do what is needed. The message says what was refused and by whom. */
public final class NativeRefusal extends RuntimeException {

    private final String remedy;

    public NativeRefusal(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What the user can do about it; empty if nothing. */
    public String remedy() {
        return remedy;
    }
}
