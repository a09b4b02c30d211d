package org.xstate.analysis.check;

import java.util.Arrays;
import java.util.List;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;

/** Finds again in the simulator what the explorer has found, and what files and schedules name. */
final class Execution {

    private Execution() {
    }

    /**
     * The path as a history with everything that happened.
     *
     * @param simulation at its beginning
     * @param states one word for each slot, the initial state first
     * @param actions of the steps between them
     */
    static Simulation follow(Simulation simulation, List<long[]> states, List<Integer> actions) {
        begin(simulation, states.getFirst());
        for (int i = 0; i < actions.size(); i++) {
            simulation.take(choice(simulation.possible(), actions.get(i), states.get(i + 1)));
        }
        return simulation;
    }

    private static void begin(Simulation simulation, long[] state) {
        for (int i = 0; i < simulation.beginnings(); i++) {
            simulation.begin(i);
            if (Arrays.equals(simulation.state(), state)) {
                return;
            }
        }
        throw new IllegalStateException(
                "the counterexample begins in a state that the interpreter does not know");
    }

    private static int choice(List<Transition> possible, int action, long[] state) {
        for (int i = 0; i < possible.size(); i++) {
            Transition transition = possible.get(i);
            if (transition.action() == action && Arrays.equals(transition.to(), state)) {
                return i;
            }
        }
        throw new IllegalStateException("a step of the counterexample is not one of the interpreter's");
    }

    /** The names of the steps so far. */
    static List<String> moves(Simulation simulation) {
        return simulation.history().stream().skip(1).map(Moment::move).toList();
    }

    /** @throws IllegalArgumentException if a step is not possible */
    static Simulation replay(Machine machine, int beginning, Schedule schedule) {
        Simulation simulation = Simulation.of(machine);
        if (beginning >= simulation.beginnings()) {
            throw new IllegalArgumentException("there is no initial state number " + beginning);
        }
        simulation.begin(beginning);
        schedule.run(simulation);
        return simulation;
    }
}
