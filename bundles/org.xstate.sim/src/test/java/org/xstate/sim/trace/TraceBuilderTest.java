package org.xstate.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

class TraceBuilderTest {

    private static final int STEPS = 60;

    private static Scenario scenario(String file, String name) {
        return ScenarioLoader.load("../../examples/" + file, Loaded.options(name)).getFirst().scenario()
                .orElseThrow();
    }

    private static Trace random(Scenario scenario, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Simulation simulation = Simulation.of(scenario.machine());
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), STEPS);
        return TraceBuilder.of(scenario, simulation);
    }

    @ParameterizedTest
    @CsvSource({"seed/begin-finish.c, as_posted", "seed/begin-finish-fixed.c, current_on_one_cpu",
        "scenarios/signal-frame.c, signal_frame_6_16", "scenarios/pkru-init.c, pkru_zero_5_14"})
    void whatALineSaysWasBeforeIsWhatTheLastOneSaidCameAfter(String file, String name) {
        Scenario scenario = scenario(file, name);
        for (int seed = 0; seed < 3; seed++) {
            Trace trace = random(scenario, seed);
            Map<String, String> known = new HashMap<>();
            trace.start().forEach(change -> known.put(change.subject(), change.after()));
            for (TraceStep step : trace.steps()) {
                for (TraceLine line : step.lines()) {
                    for (Change change : line.changes()) {
                        String before = known.put(change.subject(), change.after());
                        boolean variable = change.before().isEmpty() || change.what().startsWith("bytes ");
                        assertTrue(variable || before == null || before.equals(change.before()),
                                line.place() + ": " + change.text() + ", but it was " + before);
                    }
                }
            }
        }
    }

    @Test
    void theInsideOfInstructionsAndHelpersAndGhostVariablesAreNotTold() {
        Scenario scenario = scenario("seed/begin-finish-fixed.c", "current_on_one_cpu");
        TreeSet<String> files = new TreeSet<>();
        for (int seed = 0; seed < 3; seed++) {
            for (TraceStep step : random(scenario, seed).steps()) {
                assertFalse(step.lines().isEmpty());
                for (TraceLine line : step.lines()) {
                    files.add(line.file());
                    assertTrue(line.changes().stream().noneMatch(
                            change -> change.what().matches("(canon|pending|set_by_call|cells|.*_left).*")),
                            line.toString());
                    assertFalse(line.statement().endsWith(";"), line.statement());
                }
            }
        }
        assertTrue(files.contains("begin-finish-fixed.c"), files.toString());
        assertTrue(
                files.stream()
                        .noneMatch(one -> one.startsWith("hardware/") || one.equals("kernel/context.c")),
                files.toString());
    }

    @Test
    void stepsAreNumberedAndQuietOnesInARowAreOneStretch() {
        Trace trace = random(scenario("seed/begin-finish-fixed.c", "current_on_one_cpu"), 3);
        int number = 0;
        for (List<TraceStep> stretch : trace.stretches()) {
            assertTrue(stretch.size() == 1 || stretch.stream().allMatch(TraceStep::quiet));
            for (TraceStep step : stretch) {
                assertEquals(++number, step.number());
                assertEquals(stretch.getFirst().actor(), step.actor());
            }
        }
        assertEquals(trace.steps().size(), number);
    }

    /** Fenghua Yu's point, S4: the flag alone does not make the return to user mode load anything. */
    @Test
    void theEndSaysWhatWasExpectedAndWhatEachCopyHolds() {
        Scenario scenario = scenario("seed/flaws.c", "flag_alone_does_not_reload");
        Simulation simulation = Simulation.of(scenario.machine());
        simulation.run(_ -> 0, List.of(), STEPS);
        TraceEnd end = TraceBuilder.of(scenario, simulation).end().orElseThrow();
        assertEquals("update_is_kept", end.property());
        assertEquals("A: PASID is V1 on CPU0, expected V2.", end.sentences().getFirst());
        assertEquals(List.of("V1", "V2"), end.copies().stream().map(CopyAtEnd::value).toList());
        assertEquals(List.of(false, true), end.copies().stream().map(CopyAtEnd::right).toList());
        assertEquals("registers: PASID = V1, wrong since step 1", end.copies().getFirst().text());
    }
}
