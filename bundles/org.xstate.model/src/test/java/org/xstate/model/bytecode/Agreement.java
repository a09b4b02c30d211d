package org.xstate.model.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Stepper;

/** Walks through the states of a machine, and compares what the bytecode and the interpreter do in each. */
final class Agreement {

    private final Machine machine;
    private final Stepper interpreter;
    private final Stepper bytecode;
    private final Set<ByteBuffer> seen = new HashSet<>();
    private final Deque<long[]> open = new ArrayDeque<>();
    private int failures;

    private Agreement(Machine machine, boolean dropDeadLocals) {
        this.machine = machine;
        interpreter = new Interpreter(machine, dropDeadLocals);
        bytecode = BytecodeStepper
                .compile(machine, dropDeadLocals, () -> new Interpreter(machine, dropDeadLocals))
                .get();
    }

    /**
     * Fails unless both agree on the initial states and on everything in the first states, breadth first.
     *
     * @return how many states were compared, and how many of their steps failed
     */
    static int[] check(Machine machine, boolean dropDeadLocals, int most, String about) {
        return new Agreement(machine, dropDeadLocals).walk(most, about);
    }

    private int[] walk(int most, String about) {
        Recorder expected = new Recorder(machine);
        Recorder found = new Recorder(machine);
        interpreter.initial(expected);
        bytecode.initial(found);
        compare(expected, found, about + "\ninitial states");
        int states = 0;
        while (!open.isEmpty() && states < most) {
            long[] state = open.poll();
            states++;
            expected = new Recorder(machine);
            found = new Recorder(machine);
            interpreter.successors(state, 0, expected);
            bytecode.successors(state, 0, found);
            compare(expected, found, about + "\nafter " + found.text(state, 0));
            assertEquals(interpreter.violated(state, 0), bytecode.violated(state, 0),
                    () -> about + "\nin " + new Recorder(machine).text(state, 0));
        }
        return new int[]{states, failures};
    }

    private void compare(Recorder expected, Recorder found, String about) {
        assertEquals(String.join("\n", expected.lines), String.join("\n", found.lines), about);
        failures += expected.lines.size() - expected.states.size();
        for (long[] state : found.states) {
            ByteBuffer key = ByteBuffer.allocate(Long.BYTES * state.length);
            key.asLongBuffer().put(state);
            if (seen.add(key)) {
                open.add(state);
            }
        }
    }
}
