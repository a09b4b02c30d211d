package org.xstate.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.Timeline.Mode;
import org.xstate.sim.trace.Timeline.Tick;

class TimelineTest {

    private static Scenario seed() {
        return ScenarioLoader.load("../../examples/seed/begin-finish.c", Loaded.options("as_posted"))
                .getFirst()
                .scenario().orElseThrow();
    }

    private static Simulation run(Scenario scenario, String schedule) {
        Simulation simulation = Simulation.of(scenario.machine());
        Schedule.parse(schedule).run(simulation);
        return simulation;
    }

    private static int bit(Tick tick) {
        return 1 << tick.ordinal();
    }

    @Test
    void theSeedEntersTheKernelAndReturnsWithTheUpdateLost() {
        Scenario scenario = seed();
        Timeline timeline = new TimelineMaker(scenario).of(run(scenario, "A*8"));
        assertEquals(8, timeline.steps());
        assertEquals(Mode.USER, timeline.mode(1, 0));
        assertEquals(Mode.KERNEL, timeline.mode(2, 0));
        assertEquals(Mode.USER, timeline.mode(8, 0));
        assertTrue(timeline.has(1, Tick.REGISTER));
        assertTrue(timeline.has(6, Tick.SAVE));
        assertTrue(timeline.has(6, Tick.MEMORY));
        assertEquals(0, timeline.imageOf(6, Tick.SAVE));
        assertEquals(Timeline.NOBODY, timeline.imageOf(6, Tick.RESTORE));
        assertTrue(timeline.needsLoad(6, 0));
        assertFalse(timeline.needsLoad(8, 0));
        assertEquals(Optional.of(8), timeline.violation());
    }

    /** Counted over what the timeline says of each step. */
    @Test
    void aTypicalStepLooksLikeMostAndOfEqualsLikeTheFirst() {
        Timeline timeline = new TimelineMaker(seed()).of(run(seed(), "A*8"));
        for (int from = 0; from <= 8; from++) {
            for (int to = from; to <= 8; to++) {
                Map<List<Object>, Integer> counts = new LinkedHashMap<>();
                for (int step = from; step <= to; step++) {
                    counts.merge(look(timeline, step), 1, Integer::sum);
                }
                int most = Collections.max(counts.values());
                List<Object> expected = counts.entrySet().stream().filter(one -> one.getValue() == most)
                        .findFirst().orElseThrow().getKey();
                assertEquals(expected, look(timeline, timeline.typical(from, to, 0)), from + " to " + to);
            }
        }
        assertEquals(Mode.KERNEL, timeline.mode(timeline.typical(1, 8, 0), 0), "steps 2 to 7 of eight");
    }

    private static List<Object> look(Timeline timeline, int step) {
        return List.of(timeline.mode(step, 0), timeline.current(step, 0), timeline.isLocked(step, 0),
                timeline.isKernelFpu(step, 0));
    }

    @Test
    void theTicksOfStepsAreThoseOfEach() {
        Timeline timeline = new TimelineMaker(seed()).of(run(seed(), "A*8"));
        assertEquals(timeline.ticks(1) | timeline.ticks(2) | timeline.ticks(3), timeline.ticks(1, 3));
        assertTrue(Tick.SAVE.in(timeline.ticks(1, 6)));
        assertFalse(Tick.SAVE.in(timeline.ticks(1, 5)));
        assertTrue(timeline.isAnyIn(Set.of(Mode.NMI, Mode.KERNEL), 1, 2, 0));
        assertFalse(timeline.isAnyIn(Set.of(Mode.NMI, Mode.KERNEL), 1, 1, 0));
    }

    @Test
    void aSwitchSavesTheOneAndRestoresTheOther() {
        Scenario scenario = Loaded.one("""
                scenario(two)
                {
                	cpu_profile("sapphire-rapids");
                	kernel("6.16");
                	cpus(1);
                	features(AVX);
                }
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                }
                task(B)
                {
                	user_write(XFEATURE_AVX, B1);
                }
                """);
        Simulation simulation = Simulation.of(scenario.machine());
        for (String move : List.of("A", "preempt/A")) {
            simulation.take(simulation.possibleMoves().indexOf(move));
        }
        Timeline timeline = new TimelineMaker(scenario).of(simulation);
        assertEquals(1, timeline.current(2, 0));
        assertEquals(0, timeline.imageOf(2, Tick.SAVE));
        assertEquals(1, timeline.imageOf(2, Tick.RESTORE));
    }

    @Test
    void theNextEventOfAKindIsFoundInBothDirections() {
        Scenario scenario = seed();
        Timeline timeline = new TimelineMaker(scenario).of(run(scenario, "A*8"));
        assertEquals(OptionalInt.of(6), timeline.next(0, true, bit(Tick.SAVE)));
        assertEquals(OptionalInt.of(1), timeline.next(6, false, bit(Tick.REGISTER) | bit(Tick.SAVE)));
        assertEquals(OptionalInt.empty(), timeline.next(0, true, bit(Tick.RESTORE)));
    }

    @Test
    void whatIsAddedPieceByPieceIsWhatIsMadeAtOnce() {
        Scenario scenario = ScenarioLoader
                .load("../../examples/kernel/ownership.c", Loaded.options("two_cpus"))
                .getFirst().scenario().orElseThrow();
        Simulation simulation = Simulation.of(scenario.machine());
        SplittableRandom random = new SplittableRandom(5);
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), 60);
        TimelineMaker maker = new TimelineMaker(scenario);
        Timeline pieces = maker.empty();
        while (pieces.steps() + 1 < simulation.history().size()) {
            pieces = maker.extend(pieces, simulation.history(), simulation.violation().isPresent(), 7,
                    () -> false);
        }
        Timeline whole = maker.of(simulation);
        for (int step = 0; step <= whole.steps(); step++) {
            assertEquals(whole.ticks(step), pieces.ticks(step), "step " + step);
            for (int cpu = 0; cpu < 2; cpu++) {
                assertEquals(whole.mode(step, cpu), pieces.mode(step, cpu), "step " + step);
                assertEquals(whole.current(step, cpu), pieces.current(step, cpu), "step " + step);
            }
        }
    }

    @Test
    void anotherFutureReplacesTheOldOne() {
        Scenario scenario = seed();
        Simulation simulation = run(scenario, "A*8");
        TimelineMaker maker = new TimelineMaker(scenario);
        Timeline first = maker.of(simulation);
        simulation.moveTo(new Position(1, 0));
        simulation.take(simulation.possibleMoves().indexOf("preempt/A"));
        Timeline second = maker.extend(first, simulation.history(), false, 100, () -> false);
        assertEquals(2, second.steps());
        assertTrue(second.has(2, Tick.SWITCH));
        assertEquals(Timeline.NOBODY, second.current(2, 0));
        assertEquals(Mode.IDLE, second.mode(2, 0));
        assertEquals(8, first.steps());
    }

    @Test
    void aCancelledBuildKeepsWhatItHas() {
        Scenario scenario = seed();
        Simulation simulation = run(scenario, "A*8");
        int[] asked = {0};
        Timeline part = new TimelineMaker(scenario).extend(new TimelineMaker(scenario).empty(),
                simulation.history(), true, 100, () -> asked[0]++ >= 3);
        assertEquals(2, part.steps());
        assertEquals(Optional.empty(), part.violation());
    }

    @Test
    void anInterruptIsToldByWhatTheCpuExecutes() {
        Scenario scenario = Loaded.one("""
                scenario(irq)
                {
                	cpu_profile("sapphire-rapids");
                	kernel("6.16");
                	cpus(1);
                	features(AVX);
                	softirqs(1);
                }
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                }
                """);
        Timeline timeline = new TimelineMaker(scenario).of(run(scenario, "A softirq"));
        assertEquals(Mode.SOFTIRQ, timeline.mode(2, 0));
        assertEquals(Mode.USER, timeline.mode(1, 0));
        assertEquals("softirq", timeline.actor(2));
    }

    @Test
    void aModelInRuleFormHasARowForEachRuleThatWasTaken() {
        Scenario scenario = Loaded.one("""
                bool x;
                rule(up) { assume(!x); x = true; }
                rule(never) { assume(false); }
                rule(down) { assume(x); x = false; }
                """);
        Timeline timeline = new TimelineMaker(scenario).of(run(scenario, "up down up"));
        assertEquals(List.of("up", "down"),
                timeline.shownTasks().stream().map(Timeline.Lane::name).toList());
        assertEquals("down", timeline.actor(2));
    }

    @Test
    void stepsAreFoundByStatementFunctionPlaceAndChange() {
        Scenario scenario = seed();
        Simulation simulation = run(scenario, "A*8");
        assertEquals(OptionalInt.of(6), search(scenario, simulation, "XSAVES(xstate", 0, true));
        assertEquals(OptionalInt.of(6), search(scenario, simulation, "save_compacted", 0, true));
        assertEquals(OptionalInt.of(2), search(scenario, simulation, "begin-finish.c:85", 0, true));
        assertEquals(OptionalInt.of(6), search(scenario, simulation, "A TIF 0 → 1", 8, false));
        assertEquals(OptionalInt.empty(), search(scenario, simulation, "A TIF 0 → 1", 6, true));
        assertEquals(OptionalInt.empty(), search(scenario, simulation, " ", 0, true));
    }

    private static OptionalInt search(Scenario scenario, Simulation simulation, String text, int from,
            boolean forward) {
        return new TraceSearch(scenario, text).next(simulation.history(), from, forward, () -> false);
    }

    @Test
    void theLifeOfACopyIsToldByItsChanges() {
        Scenario scenario = seed();
        Simulation simulation = run(scenario, "A*8");
        CopyChanges changes = CopyChanges.of(scenario).orElseThrow();
        CopyChanges.Copy avx = new CopyChanges.Copy(MachineSnapshot.Kind.CPU, 0, "", List.of(0));
        CopyChanges.Changed last = changes.last(simulation.history(), avx, simulation.end(), () -> false)
                .orElseThrow();
        assertEquals(1, last.place().step());
        assertEquals("user_write(XFEATURE_AVX, V1)", last.line().text().statement());
        assertEquals(Optional.empty(),
                changes.next(simulation.history(), avx, last.place(), () -> false));
        CopyChanges.Copy pasid = new CopyChanges.Copy(MachineSnapshot.Kind.TASK, 0, "", List.of(1));
        assertEquals(6, changes.next(simulation.history(), pasid, new Position(0, 0), () -> false)
                .orElseThrow().place().step());
    }
}
