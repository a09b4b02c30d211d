package org.xstate.analysis.check;

import java.util.List;

import org.xstate.check.Evaluator;
import org.xstate.check.Successors;
import org.xstate.check.TransitionSystem;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Sink;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;
import org.xstate.sim.run.Moves;

/** A machine as the explorer wants it. */
final class StepperSystem implements TransitionSystem {

    private final Machine machine;
    private final int words;

    StepperSystem(Machine machine) {
        this.machine = machine;
        this.words = PackedMachine.of(machine).words();
    }

    @Override
    public int words() {
        return words;
    }

    @Override
    public List<String> actions() {
        return new Moves(machine).actions();
    }

    @Override
    public List<String> properties() {
        return machine.claims().stream().map(Machine.Claim::name).toList();
    }

    @Override
    public Evaluator evaluator() {
        Stepper stepper = new Interpreter(machine);
        return new Evaluator() {
            @Override
            public void initial(Successors out) {
                stepper.initial(into(out));
            }

            @Override
            public void successors(long[] state, int at, Successors out) {
                stepper.successors(state, at, into(out));
            }

            @Override
            public int violated(long[] state, int at) {
                return stepper.violated(state, at);
            }
        };
    }

    private static Sink into(Successors out) {
        return new Sink() {
            @Override
            public void add(long[] state, int at, int action) {
                out.add(state, at, action);
            }

            @Override
            public void addFailed(long[] state, int at, int action, int claim) {
                out.addFailed(state, at, action, claim);
            }
        };
    }
}
