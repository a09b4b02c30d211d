package org.xstate.isa.host.internal;

/** The running process may not do what is needed. The message says what was refused and by whom. */
final class NativeRefusal extends RuntimeException {

    private final String remedy;

    NativeRefusal(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What the user can do about it; empty if nothing. */
    String remedy() {
        return remedy;
    }
}
