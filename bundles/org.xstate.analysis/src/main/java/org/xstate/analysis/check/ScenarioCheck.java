package org.xstate.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.check.CancelToken;
import org.xstate.check.Counterexample;
import org.xstate.check.Exploration;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Explorer;
import org.xstate.check.ProgressListener;
import org.xstate.check.Step;
import org.xstate.model.link.Machine;
import org.xstate.model.state.PackedMachine;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceBuilder;

/** From a scenario to the answer about it. */
public final class ScenarioCheck {

    private ScenarioCheck() {
    }

    /**
     * Explores every execution.
     *
     * @param reductions whether states that cannot be told apart count as one
     */
    public static CheckReport check(Scenario scenario, ExplorationOptions options, boolean reductions,
            CancelToken token, ProgressListener listener) {
        Machine machine = scenario.machine();
        Exploration exploration = Explorer.explore(new StepperSystem(machine), options, token, listener);
        Optional<Simulation> violation = exploration.counterexample()
                .map(path -> Execution.follow(machine, states(machine, path),
                        path.steps().stream().map(Step::action).toList()));
        Optional<Trace> trace = violation.map(simulation -> TraceBuilder.of(scenario, simulation));
        Optional<String> property = exploration.counterexample()
                .map(path -> machine.claims().get(path.property()).name());
        return new CheckReport(scenario, exploration.verdict(), exploration.counts().states(),
                exploration.counts().transitions(), exploration.counts().depth(), exploration.elapsed(),
                options.threads(), reductions, exploration.limit(), property, trace,
                violation.map(simulation -> TraceFile.of(scenario, simulation.beginning(),
                        Execution.moves(simulation), property)),
                new Coverage(0, List.of(), 0, 0, List.of(), List.of()));
    }

    private static List<long[]> states(Machine machine, Counterexample path) {
        PackedMachine packed = PackedMachine.of(machine);
        List<long[]> words = new ArrayList<>();
        words.add(path.initial());
        path.steps().forEach(step -> words.add(step.state()));
        return words.stream().map(packedState -> {
            long[] state = new long[machine.slots().size()];
            packed.unpack(packedState, 0, state);
            return state;
        }).toList();
    }
}
