package org.xstate.analysis.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Explains why a combination is wrong: the ordinary check of the scenario with the knobs set. */
public final class Counterexamples {

    private Counterexamples() {
    }

    /** The knobs, the cases among them, that lead to a reason; what a scenario sets itself is not there. */
    public static Map<String, String> settings(KnobSpace space, List<Long> combination, Reason reason) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> written = space.written(combination);
        for (int i = 0; i < written.size(); i++) {
            settings.put(space.names().get(i), written.get(i));
        }
        for (String part : reason.cell().isEmpty() ? new String[0] : reason.cell().split(" ")) {
            settings.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return settings;
    }

    /** A shortest counterexample; empty if the check was cancelled. */
    public static Optional<CheckReport> of(SearchRequest request, KnobSpace space,
            List<Long> combination, Reason reason, CancelToken token) {
        Map<String, String> knobs = new LinkedHashMap<>(request.load().knobs());
        knobs.putAll(settings(space, combination, reason));
        LoadOptions load = request.load().only(List.of(reason.scenario())).with(knobs);
        Scenario scenario = SpaceReader
                .required(ScenarioLoader.load(request.file(), load).getFirst());
        CheckReport report = ScenarioCheck.check(scenario, CheckOptions.defaults().exploration(), true, token,
                ProgressListener.SILENT);
        return token.isCancelled() ? Optional.empty() : Optional.of(report);
    }
}
