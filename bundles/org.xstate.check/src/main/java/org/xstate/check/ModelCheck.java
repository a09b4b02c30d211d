package org.xstate.check;

import org.xstate.check.internal.model.ModelSearch;
import org.xstate.model.link.Machine;

/** Checks a machine: makes bytecode of it, visits every reachable state, and gives a shortest way to a violation. */
public final class ModelCheck {

    private ModelCheck() {
    }

    public static CheckResult check(Machine machine, CheckOptions options) {
        return check(machine, options, new CancelToken(), ProgressListener.SILENT);
    }

    /**
     * Returns when the answer is known, a bound is reached, or the token is cancelled. The same machine and options give
     * the same result for any number of threads, but for times, memory, and what a bound on time or memory cut off.
     *
     * @throws IllegalArgumentException if a state would be too large
     */
    public static CheckResult check(Machine machine, CheckOptions options, CancelToken token,
            ProgressListener listener) {
        return new ModelSearch(machine, options).run(token, listener);
    }
}
