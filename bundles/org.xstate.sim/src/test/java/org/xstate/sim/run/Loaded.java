package org.xstate.sim.run;

import java.util.List;
import java.util.Map;

import org.xstate.api.Contributions;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Scenarios from text. */
public final class Loaded {

    public static final String FILE = "folder/model.c";

    private Loaded() {
    }

    public static LoadOptions options(String... scenarios) {
        return LoadOptions.of(Contributions.onClassPath(Loaded.class.getClassLoader()))
                .only(List.of(scenarios));
    }

    public static List<LoadedScenario> all(String text, LoadOptions options) {
        return ScenarioLoader.load(SourceFiles.of(Map.of(FILE, text)), FILE, options);
    }

    public static Scenario one(String text) {
        LoadedScenario loaded = all(text, options()).getFirst();
        return loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text()));
    }
}
