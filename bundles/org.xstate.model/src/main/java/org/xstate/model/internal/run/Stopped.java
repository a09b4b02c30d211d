package org.xstate.model.internal.run;

import java.util.Optional;

import org.xstate.model.run.Failure;

/** Execution cannot go on: a claim is violated, or an assumption does not hold and there is no such step. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Failure> failure;

    private Stopped(Optional<Failure> failure) {
        super("stopped", null, false, false);
        this.failure = failure;
    }

    static Stopped blocked() {
        return new Stopped(Optional.empty());
    }

    static Stopped failed(Failure failure) {
        return new Stopped(Optional.of(failure));
    }

    /** Empty if there is no such step. */
    public Optional<Failure> failure() {
        return failure;
    }
}
