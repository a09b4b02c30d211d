package org.xstate.tests.designs.oracle;

import java.util.Optional;
import java.util.function.Function;

/**
 * One way to update a component.
 *
 * @param serves why the design does not serve a situation, or empty
 * @param call   performs the call with the caller's store in it; gives the old value that the caller was shown
 * @param eager  f is switched eagerly under this design
 * @param equal  the bytes of f equal the wanted value wherever XSTATE_BV[f] is clear
 */
record Design(String id, Function<Situation, Optional<String>> serves,
        Function<Situation, Optional<Value>> call, boolean eager, boolean equal) {

    /** Serves the current task and a stopped one. */
    static Design any(String id, Function<Situation, Optional<Value>> call) {
        return new Design(id, situation -> Optional.empty(), call, false, false);
    }

    /** Serves the current task alone. */
    static Design current(String id, Function<Situation, Optional<Value>> call) {
        return any(id, call).unless(situation -> !situation.targetIsCurrent(),
                "changes the current task only");
    }

    Design unless(Function<Situation, Boolean> condition, String reason) {
        return new Design(id, situation -> serves.apply(situation)
                .or(() -> condition.apply(situation) ? Optional.of(reason) : Optional.empty()), call, eager,
                equal);
    }

    Design eagerly() {
        return new Design(id, serves, call, true, equal);
    }

    Design withStaleBytesEqual(String other) {
        return new Design(other, serves, call, eager, true);
    }
}
