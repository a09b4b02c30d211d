package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Failure;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Transition;

/** Follows a path with the interpreter, which reduces nothing. */
final class RealPath {

    private RealPath() {
    }

    /** Fails unless the path starts in an initial state, each step is one of the machine, and it ends in the violation. */
    static void assertReal(Machine machine, CheckPath path) {
        Interpreter interpreter = new Interpreter(machine, false);
        long[] state = path.initial();
        long[] first = state;
        assertTrue(interpreter.initial().stream().anyMatch(one -> Arrays.equals(one.to(), first)),
                "not an initial state");
        for (int i = 0; i < path.length(); i++) {
            CheckPath.CheckStep step = path.steps().get(i);
            boolean fails = i == path.length() - 1 && path.kind() == Counterexample.Kind.STEP;
            List<Transition> possible = interpreter.transitions(state).stream()
                    .filter(one -> one.action() == step.action() && Arrays.equals(one.to(), step.slots())
                            && one.failure().isPresent() == fails)
                    .toList();
            assertTrue(!possible.isEmpty(), "step " + (i + 1) + " is none of the machine");
            if (fails) {
                assertEquals(path.claim().orElseThrow(),
                        possible.getFirst().failure().map(Failure::claim).get());
            }
            state = step.slots();
        }
        if (path.kind() == Counterexample.Kind.STATE) {
            assertEquals(path.claim().orElseThrow(), interpreter.violated(state));
        }
        assertArrayEquals(state, path.length() == 0 ? path.initial() : path.steps().getLast().slots());
    }
}
