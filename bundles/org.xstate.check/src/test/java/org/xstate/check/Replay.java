package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Runs a counterexample again, step by step, on the system itself. */
final class Replay {

    private Replay() {
    }

    /** Fails unless the path starts in an initial state, each step is a transition, and it ends in the violation. */
    static void assertReaches(TransitionSystem system, Counterexample path) {
        Evaluator evaluator = system.evaluator();
        Successors out = new Successors(system.words());
        evaluator.initial(out);
        assertTrue(contains(system, out, path.initial(), Evaluator.NONE, -1), "not an initial state");
        long[] state = path.initial();
        for (int i = 0; i < path.length(); i++) {
            boolean last = i == path.length() - 1;
            int failure = last && path.kind() == Counterexample.Kind.STEP ? path.property() : Evaluator.NONE;
            Step step = path.steps().get(i);
            out.clear();
            evaluator.successors(state, 0, out);
            assertTrue(contains(system, out, step.state(), failure, step.action()), "step " + (i + 1));
            state = step.state();
        }
        switch (path.kind()) {
            case STATE -> assertEquals(path.property(), evaluator.violated(state, 0));
            case STEP -> assertTrue(path.length() > 0);
            case DEADLOCK -> {
                out.clear();
                evaluator.successors(state, 0, out);
                assertEquals(0, out.size());
            }
        }
    }

    private static boolean contains(TransitionSystem system, Successors out, long[] state, int failure,
            int action) {
        for (int i = 0; i < out.size(); i++) {
            long[] candidate = Arrays.copyOfRange(out.states(), out.at(i), out.at(i) + system.words());
            if (Arrays.equals(candidate, state) && out.failure(i) == failure
                    && (action < 0 || out.action(i) == action)) {
                return true;
            }
        }
        return false;
    }
}
