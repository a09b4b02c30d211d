package org.xstate.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckPath;
import org.xstate.check.CheckResult;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.ModelCheck;
import org.xstate.check.ProgressListener;
import org.xstate.model.link.Machine;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceBuilder;

/** From a scenario to the answer about it. */
public final class ScenarioCheck {

    private ScenarioCheck() {
    }

    /**
     * Explores every execution; the counterexample is executed once more by the interpreter, which tells it.
     *
     * @param reductions whether states that cannot be told apart count as one
     */
    public static CheckReport check(Scenario scenario, ExplorationOptions options, boolean reductions,
            CancelToken token, ProgressListener listener) {
        Machine machine = scenario.machine();
        CheckResult result = ModelCheck.check(machine, new CheckOptions(options, reductions), token,
                listener);
        Optional<Simulation> violation = result.path().map(path -> follow(machine, path));
        Optional<Trace> trace = violation.map(simulation -> TraceBuilder.of(scenario, simulation));
        Optional<String> property = trace.flatMap(Trace::end).map(end -> end.property());
        return new CheckReport(scenario, result.verdict(), result.counts().states(),
                result.counts().transitions(), result.counts().depth(), result.elapsed(), options.threads(),
                reductions && !machine.processes().isEmpty(), result.limit(), property, trace,
                violation.map(simulation -> TraceFile.of(scenario, simulation.beginning(),
                        Execution.moves(simulation), property)),
                CoverageReader.read(scenario, result));
    }

    private static Simulation follow(Machine machine, CheckPath path) {
        List<long[]> states = new ArrayList<>();
        states.add(path.initial());
        path.steps().forEach(step -> states.add(step.slots()));
        return Execution.follow(Simulation.of(machine), states,
                path.steps().stream().map(CheckPath.CheckStep::action).toList());
    }
}
