package org.xstate.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.model.KernelVersion;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.run.Loaded;

class ScenarioLoaderTest {

    private static final String RULES = "bool b;\nrule(flip) { b = !b; }\n";
    private static final String TASK = "task(A) { user_write(XFEATURE_PKRU, V1); }\n";

    @Test
    void aFileOfRulesStandsAloneAndIsNamedAsTheFileIs() {
        Scenario scenario = Loaded.one(RULES);
        assertEquals("model", scenario.name());
        assertEquals(Optional.empty(), scenario.profile());
        assertEquals(Optional.empty(), scenario.bounds());
        assertEquals(1, scenario.machine().slots().size());
    }

    @Test
    void aFileOfTasksGetsTheLibraryForTheKernelAndTheProcessorOfToday() {
        Scenario scenario = Loaded.one("scenario(s) { features(PKRU); }\n" + TASK);
        assertEquals(Optional.of("sapphirerapids"), scenario.profile());
        assertEquals(new KernelVersion(6, 16, 0), scenario.kernel());
        assertEquals(new Bounds(1, 1, 0, 0, 0, 0, 0, 0, List.of()), scenario.bounds().orElseThrow());
        assertEquals("1 CPU, 1 user task", scenario.bounds().orElseThrow().text());
        assertTrue(scenario.isLibrary("kernel/core.c"));
        assertFalse(scenario.isLibrary(Loaded.FILE));
        assertEquals("model.c", scenario.shortened(Loaded.FILE));
    }

    @Test
    void whatIsSetFromOutsideWinsOverTheScenario() {
        LoadOptions options = Loaded.options();
        LoadOptions zen = options.on(KernelVersion.parse("6.3"), Optional.of("zen3"))
                .with(Map.of("preemption", "PREEMPT_NEVER"));
        String text = "scenario(s) { kernel(\"6.10\"); cpu_profile(\"zen4\"); features(PKRU); cpus(2);"
                + " softirqs(2); migrations(1); set(preemption, PREEMPT_NONE); }\n" + TASK;
        Scenario said = Loaded.all(text, options).getFirst().scenario().orElseThrow();
        assertEquals(Optional.of("zen4"), said.profile());
        assertEquals(new KernelVersion(6, 10, 0), said.kernel());
        assertEquals("PREEMPT_NONE", knob(said, "preemption"));
        assertEquals("2 CPUs, 1 user task, 2 softirqs, 1 migration", said.bounds().orElseThrow().text());
        Scenario set = Loaded.all(text, zen).getFirst().scenario().orElseThrow();
        assertEquals(Optional.of("zen3"), set.profile());
        assertEquals(new KernelVersion(6, 3, 0), set.kernel());
        assertEquals("PREEMPT_NEVER", knob(set, "preemption"));
    }

    private static String knob(Scenario scenario, String name) {
        return scenario.knobs().stream().filter(knob -> knob.name().equals(name))
                .map(knob -> Scenario.text(knob, knob.setting())).findFirst().orElseThrow();
    }

    @Test
    void everyScenarioOfAFileIsLoadedOrThoseThatAreWanted() {
        String text = RULES + "scenario(one) { }\nscenario(two) { expect_violation(\"in-range\"); }\n";
        assertEquals(List.of("one", "two"),
                Loaded.all(text, Loaded.options()).stream().map(LoadedScenario::name).toList());
        List<LoadedScenario> two = Loaded.all(text, Loaded.options("two"));
        assertEquals(List.of("two"), two.stream().map(LoadedScenario::name).toList());
        assertEquals(Optional.of("in-range"), two.getFirst().scenario().orElseThrow().expected());
        LoadedScenario none = Loaded.all(text, Loaded.options("three")).getFirst();
        assertTrue(none.scenario().isEmpty());
        assertTrue(none.text().contains("no such scenario 'three'; there is one, two"), none.text());
    }

    @Test
    void aProcessorThatIsNotKnownIsSaidWhereItIsNamed() {
        LoadedScenario loaded = Loaded
                .all("scenario(s) {\n\tcpu_profile(\"zen99\");\n}\n" + TASK, Loaded.options())
                .getFirst();
        assertTrue(loaded.scenario().isEmpty());
        assertTrue(loaded.text().contains("zen99"), loaded.text());
        assertTrue(loaded.text().contains("model.c:2:"), loaded.text());
    }

    @Test
    void theDigestIsOfTheTextAndNotOfWhereItLies() {
        LoadOptions options = Loaded.options();
        Scenario here = Loaded.one(RULES);
        Scenario there = ScenarioLoader.load(SourceFiles.of(Map.of("x.c", RULES)), "x.c", options).getFirst()
                .scenario().orElseThrow();
        assertEquals(here.digest(), there.digest());
        assertEquals(64, here.digest().length());
        assertNotEquals(here.digest(), Loaded.one(RULES + " ").digest());
    }

    @Test
    void aFileThatIsMissingIsAnErrorOfTheResult() {
        LoadedScenario loaded = ScenarioLoader.load(SourceFiles.of(Map.of()), "no.c", Loaded.options())
                .getFirst();
        assertTrue(loaded.scenario().isEmpty());
        assertTrue(loaded.text().contains("no.c"), loaded.text());
    }
}
