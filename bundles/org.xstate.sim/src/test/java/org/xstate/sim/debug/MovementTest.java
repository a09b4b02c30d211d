package org.xstate.sim.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The proposal as it was posted: its lines are known, and so is the order in which they are executed. */
class MovementTest {

    private static final Subject A = new Subject.Process(0);
    private static final Subject CPU0 = new Subject.Cpu(0);

    private static Scenario posted;

    @BeforeAll
    static void load() {
        posted = load("seed/begin-finish.c", "as_posted");
    }

    private static Scenario load(String file, String name) {
        return ScenarioLoader.load("../../examples/" + file, Loaded.options(name)).getFirst().scenario()
                .orElseThrow();
    }

    private static Simulation recorded() {
        Simulation simulation = Simulation.of(posted.machine());
        Schedule.parse("A*").run(simulation);
        simulation.moveTo(new Position(0, 0));
        return simulation;
    }

    private static Movement.Progress move(Simulation simulation, Goal goal, StopPoint... stops) {
        Movement movement = new Movement(simulation, goal, List.of(stops));
        Movement.Progress progress = movement.advance();
        while (progress instanceof Movement.Progress.Going) {
            progress = movement.advance();
        }
        return progress;
    }

    private static Movement.Reason step(Simulation simulation, Subject subject, Goal.Step step,
            boolean back) {
        return ((Movement.Progress.Stopped) move(simulation, new Goal.Line(subject, step, back))).reason();
    }

    /** {@code begin-finish.c:22 in begin_update_one_xsave_feature}. */
    private static String place(Simulation simulation, Subject subject) {
        return new Places(simulation).of(subject).map(stack -> {
            String file = stack.place().file();
            return file.substring(file.lastIndexOf('/') + 1) + ":" + stack.place().line() + " in "
                    + stack.calls().getLast().function();
        }).orElse("nowhere");
    }

    private static void to(Simulation simulation, String file, int line) {
        move(simulation, new Goal.Place(new StopPoint.Line(file, line)));
    }

    private static Map<String, Long> locals(Simulation simulation, int depth) {
        CallStack stack = new Places(simulation).of(A).orElseThrow();
        Map<String, Long> values = new TreeMap<>();
        Locals.of(simulation, A, stack, depth)
                .forEach(value -> values.put(value.local().name(), value.value()));
        return values;
    }

    @Test
    void steppingOverGoesThroughTheBodyOfTheTaskLineByLine() {
        Simulation simulation = recorded();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add(place(simulation, A));
            step(simulation, A, Goal.Step.OVER, false);
        }
        // the end of a body stands where the body is declared
        assertEquals(List.of("begin-finish.c:84 in A", "begin-finish.c:85 in A", "begin-finish.c:86 in A",
                "begin-finish.c:82 in A"), lines.subList(0, 4));
    }

    @Test
    void steppingIntoEntersTheFunctionThatIsCalled() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 86);
        step(simulation, A, Goal.Step.INTO, false);
        assertEquals("begin-finish.c:49 in update", place(simulation, A));
        step(simulation, A, Goal.Step.OVER, false);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
        step(simulation, A, Goal.Step.INTO, false);
        assertEquals("begin-finish.c:20 in begin_update_one_xsave_feature", place(simulation, A));
    }

    @Test
    void steppingOutComesBackToTheLineOfTheCall() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 29);
        step(simulation, A, Goal.Step.OUT, false);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
    }

    @Test
    void steppingBackOverTakesTheSamePlacesTheOtherWay() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 49);
        List<Position> positions = new ArrayList<>();
        List<long[]> states = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            positions.add(simulation.position());
            states.add(simulation.state());
            lines.add(place(simulation, A));
            step(simulation, A, Goal.Step.OVER, false);
        }
        for (int i = 5; i >= 0; i--) {
            step(simulation, A, Goal.Step.OVER, true);
            assertEquals(lines.get(i), place(simulation, A));
            assertEquals(positions.get(i), simulation.position(), lines.get(i));
            assertArrayEquals(states.get(i), simulation.state());
        }
    }

    @Test
    void steppingBackIntoEntersTheFunctionThatWasLeftLast() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 52);
        step(simulation, A, Goal.Step.INTO, true);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
        step(simulation, A, Goal.Step.INTO, true);
        assertEquals("begin-finish.c:32 in begin_update_one_xsave_feature", place(simulation, A));
    }

    @Test
    void steppingBackOutStandsBeforeTheCall() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 29);
        step(simulation, A, Goal.Step.OUT, true);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
        step(simulation, A, Goal.Step.INTO, false);
        assertEquals("begin-finish.c:20 in begin_update_one_xsave_feature", place(simulation, A));
    }

    @Test
    void aLineStopsBeforeItIsExecutedAndOnlyWhereItBegins() {
        Simulation simulation = recorded();
        StopPoint line = new StopPoint.Line("begin-finish.c", 50);
        Movement.Progress progress = move(simulation, new Goal.End(false), line);
        assertEquals(new Movement.Progress.Stopped(Movement.Reason.STOP_POINT, Optional.of(line)), progress);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
        assertFalse(locals(simulation, 1).containsKey("addr"), "addr is set by this line");
        // the line is executed once: what comes next is the violation
        assertEquals(Movement.Reason.VIOLATION,
                ((Movement.Progress.Stopped) move(simulation, new Goal.End(false), line)).reason());
        // and backwards the stop is at the same place
        move(simulation, new Goal.End(true), line);
        assertEquals("begin-finish.c:50 in update", place(simulation, A));
        assertFalse(locals(simulation, 1).containsKey("addr"), "addr is set by this line");
    }

    @Test
    void aFunctionStopsWhereItIsEntered() {
        Simulation simulation = recorded();
        StopPoint xsaves = new StopPoint.Function("xsaves");
        move(simulation, new Goal.End(false), xsaves);
        CallStack stack = new Places(simulation).of(A).orElseThrow();
        assertEquals(List.of("A", "update", "begin_update_one_xsave_feature", "xsaves"),
                stack.calls().stream().map(Call::function).toList());
        assertEquals(30, stack.place(2).line());
        assertEquals(50, stack.place(1).line());
        assertEquals(86, stack.place(0).line());
    }

    @Test
    void theEndOfTheCounterexampleIsTheViolation() {
        Simulation simulation = recorded();
        assertEquals(Movement.Reason.VIOLATION,
                ((Movement.Progress.Stopped) move(simulation, new Goal.End(false))).reason());
        assertEquals(8, simulation.position().step());
        assertEquals(Movement.Reason.BEGINNING,
                ((Movement.Progress.Stopped) move(simulation, new Goal.End(true))).reason());
        assertEquals(new Position(0, 0), simulation.position());
    }

    @Test
    void argumentsAndLocalsOfEachCallAreThoseOfTheText() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 50);
        assertEquals(List.of("full", "value", "xfeature"),
                List.copyOf(locals(simulation, 1).keySet()));
        // PASID is state component 10
        assertEquals(10, locals(simulation, 1).get("xfeature"));
        to(simulation, "begin-finish.c", 30);
        assertEquals(List.of("addr", "full", "xfeature"), List.copyOf(locals(simulation, 2).keySet()));
        // byte 832 of the first buffer
        assertEquals(833, locals(simulation, 2).get("addr"));
        assertEquals(0, locals(simulation, 2).get("full"));
        assertFalse(locals(simulation, 1).containsKey("addr"));
        move(simulation, new Goal.End(false), new StopPoint.Function("insn_xsaves"));
        assertTrue(locals(simulation, 4).containsKey("rfbm"), () -> locals(simulation, 4).toString());
    }

    @Test
    void aNewStepIsAskedForWhereSeveralArePossibleAndTakenWhereOneIs() {
        Scenario two = load("seed/begin-finish.c", "target_runs");
        Simulation simulation = Simulation.of(two.machine());
        Movement.Progress asked = move(simulation, new Goal.End(false));
        assertEquals(List.of("A", "B"), ((Movement.Progress.Choose) asked).choices().stream()
                .map(Movement.Choice::move).toList());
        // whoever is stepped alone is not asked for
        assertEquals(Movement.Reason.GOAL, step(simulation, A, Goal.Step.OVER, false));
        assertEquals(1, simulation.steps());
        assertEquals("A", simulation.moment(1).move());
        assertEquals(Movement.Reason.GOAL,
                step(simulation, new Subject.Cpu(1), Goal.Step.OVER, false));
        assertEquals("B", simulation.moment(simulation.steps()).move());
    }

    @Test
    void aCpuStandsWhereItsTaskDoes() {
        Simulation simulation = recorded();
        to(simulation, "begin-finish.c", 29);
        assertEquals(new Places(simulation).of(A), new Places(simulation).of(CPU0));
        assertEquals(Movement.Reason.GOAL, step(simulation, CPU0, Goal.Step.OVER, true));
    }
}
