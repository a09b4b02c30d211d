package org.xstate.scenarios;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.survey.Survey;
import org.xstate.check.survey.SurveyPlan;
import org.xstate.check.survey.Valuation;
import org.xstate.model.link.Machine;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** What is violated first after each event of {@code examples/policies/users.h}. */
final class Happenings {

    /** In the order of the knob's values, of which the first stands for any. */
    private static final List<String> EVENTS = List.of("any", "switch", "kernel FPU", "fork", "thread",
            "exec", "signal", "ptrace");
    static final Set<String> ALL = new TreeSet<>(EVENTS.subList(1, EVENTS.size()));

    static final Path FOLDER = Path.of(System.getProperty("xstate.root")).resolve("examples/policies");
    private static final String HAPPENING = "happening";

    private Happenings() {
    }

    static LoadOptions options() {
        return LoadOptions.of(Contributions.onClassPath(Happenings.class.getClassLoader()));
    }

    /** A text in the folder of the examples, which need not be there. */
    static LoadedScenario load(String name, String text, LoadOptions options) {
        return ScenarioLoader.load(FOLDER.resolve(name).toString(), text, options).getFirst();
    }

    /**
     * The claims that are violated at the least depth, by event; those events after which nothing is violated are not
     * there. A scenario without events has one, {@code any}.
     */
    static Map<String, Set<String>> violated(LoadedScenario loaded) {
        Machine machine = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).machine();
        List<String> rigid = machine.slots().stream().anyMatch(slot -> slot.name().equals(HAPPENING))
                ? List.of(HAPPENING)
                : List.of();
        Map<String, Set<String>> violated = new LinkedHashMap<>();
        for (Valuation one : Survey.of(machine, SurveyPlan.verdicts(rigid), CheckOptions.defaults(),
                new CancelToken(), ProgressListener.SILENT).valuations()) {
            if (!one.decided() && one.violated().isEmpty()) {
                throw new AssertionError("undecided: " + loaded.name());
            }
            if (!one.holds()) {
                violated.put(EVENTS.get(one.values().stream().findFirst().orElse(0L).intValue()),
                        one.violated().keySet().stream().map(claim -> machine.claims().get(claim).name())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return violated;
    }
}
