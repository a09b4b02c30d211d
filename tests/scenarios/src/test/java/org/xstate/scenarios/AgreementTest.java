package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.model.bytecode.BytecodeStepper;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Sink;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;

/** The bytecode does what the interpreter does in every shipped scenario: in its first states, breadth first. */
class AgreementTest {

    private static final int STATES = 60;

    @ParameterizedTest
    @MethodSource("org.xstate.scenarios.Shipped#files")
    void bytecodeAndInterpreterGiveTheSameSteps(Path file) {
        for (Shipped.Scenario scenario : Shipped.of(file)) {
            assertTrue(compare(scenario.machine(), true, scenario.name()) > 0, scenario.name());
            assertTrue(compare(scenario.machine(), false, scenario.name()) > 0, scenario.name());
        }
    }

    private static int compare(Machine machine, boolean dropDeadLocals, String name) {
        Stepper interpreter = new Interpreter(machine, dropDeadLocals);
        Stepper bytecode = BytecodeStepper
                .compile(machine, dropDeadLocals, () -> new Interpreter(machine, dropDeadLocals)).get();
        Steps expected = new Steps(machine);
        Steps found = new Steps(machine);
        interpreter.initial(expected);
        bytecode.initial(found);
        assertEquals(expected.lines, found.lines, name);
        Deque<long[]> open = new ArrayDeque<>(found.states);
        Set<String> seen = new HashSet<>();
        int compared = 0;
        while (!open.isEmpty() && compared < STATES) {
            long[] state = open.poll();
            compared++;
            expected = new Steps(machine);
            found = new Steps(machine);
            interpreter.successors(state, 0, expected);
            bytecode.successors(state, 0, found);
            assertEquals(expected.lines, found.lines, name);
            assertEquals(interpreter.violated(state, 0), bytecode.violated(state, 0), name);
            found.states.stream().filter(next -> seen.add(Arrays.toString(next))).forEach(open::add);
        }
        return compared;
    }

    /** Steps, written down. */
    private static final class Steps implements Sink {

        private final PackedMachine packed;
        final List<String> lines = new ArrayList<>();
        final List<long[]> states = new ArrayList<>();

        Steps(Machine machine) {
            packed = PackedMachine.of(machine);
        }

        @Override
        public void add(long[] state, int at, int action) {
            lines.add(action + ": " + Arrays.toString(packed.unpack(state, at)));
            states.add(Arrays.copyOfRange(state, at, at + packed.words()));
        }

        @Override
        public void addFailed(long[] state, int at, int action, int claim) {
            lines.add(action + " violates " + claim + ": " + Arrays.toString(packed.unpack(state, at)));
        }
    }
}
