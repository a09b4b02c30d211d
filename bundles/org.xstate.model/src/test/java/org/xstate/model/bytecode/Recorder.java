package org.xstate.model.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Sink;
import org.xstate.model.state.PackedMachine;

/** Writes down what a stepper gives: {@code action: values of all slots}, and the claim of a failed step. */
final class Recorder implements Sink {

    private final PackedMachine packed;
    final List<String> lines = new ArrayList<>();
    final List<long[]> states = new ArrayList<>();

    Recorder(Machine machine) {
        packed = PackedMachine.of(machine);
    }

    @Override
    public void add(long[] state, int at, int action) {
        lines.add(action + ": " + text(state, at));
        states.add(Arrays.copyOfRange(state, at, at + packed.words()));
    }

    @Override
    public void addFailed(long[] state, int at, int action, int claim) {
        lines.add(action + ": " + text(state, at) + " violates " + claim);
    }

    String text(long[] state, int at) {
        return Arrays.toString(packed.unpack(state, at));
    }
}
