package org.xstate.sim.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class SimulationTest {

    /** One step writes three variables, one after the other. */
    private static final String SHIFT = """
            range(0, 9) a;
            range(0, 9) b;
            range(0, 9) c;

            rule(shift)
            {
            	c = b;
            	b = a;
            	a = choose(1, 2);
            }

            property(small, "c stays below two") { return c < 2; }
            """;

    private static Simulation simulation() {
        return Simulation.of(Loaded.one(SHIFT).machine());
    }

    @Test
    void stepsAreNamedByRuleAndWay() {
        assertEquals(List.of("shift", "shift:1"), simulation().possibleMoves());
    }

    @Test
    void goingBackGivesEveryStateBetweenTwoStatementsAgain() {
        Simulation simulation = simulation();
        simulation.take(0);
        simulation.take(0);
        List<long[]> forwards = new ArrayList<>();
        List<Position> places = new ArrayList<>();
        simulation.moveTo(new Position(0, 0));
        do {
            places.add(simulation.position());
            forwards.add(simulation.state());
        } while (simulation.forward());
        assertArrayEquals(new long[]{0, 0, 0}, forwards.getFirst());
        assertArrayEquals(new long[]{1, 1, 0}, forwards.getLast());
        assertTrue(forwards.stream().anyMatch(state -> state[0] == 1 && state[1] == 0),
                "between the steps");
        for (int i = places.size() - 1; i >= 0; i--) {
            assertEquals(places.get(i), simulation.position());
            assertArrayEquals(forwards.get(i), simulation.state(), places.get(i).toString());
            assertEquals(i > 0, simulation.back());
        }
    }

    @Test
    void takingAStepFromThePastDropsWhatCameAfterIt() {
        Simulation simulation = simulation();
        simulation.take(0);
        simulation.take(0);
        simulation.moveTo(new Position(0, 0));
        simulation.take(1);
        assertEquals(2, simulation.history().size());
        assertEquals("shift:1", simulation.history().getLast().move());
        assertArrayEquals(new long[]{2, 0, 0}, simulation.state());
    }

    @Test
    void aHistoryThatWasHandedOutStaysWhatItWas() {
        Simulation simulation = simulation();
        simulation.take(0);
        List<Moment> before = simulation.history();
        simulation.back();
        assertSame(before, simulation.history(), "moving adds nothing");
        simulation.moveTo(new Position(0, 0));
        simulation.take(1);
        assertEquals("shift", before.getLast().move());
        assertEquals("shift:1", simulation.history().getLast().move());
    }

    @Test
    void aViolationEndsTheRunAndSaysWhatIsViolated() {
        Simulation simulation = simulation();
        Simulation.Stopped stopped = simulation.run(possible -> possible.size() - 1, List.of(), 100);
        assertEquals(Simulation.Stopped.VIOLATION, stopped);
        // 2 enters a in the first step, b in the second, c in the third
        assertEquals(3, simulation.history().size() - 1);
        assertEquals(0, simulation.violation().orElseThrow().claim());
        assertEquals(List.of(), simulation.possible());
        assertTrue(simulation.witness().isPresent());
    }

    @Test
    void aBreakpointStopsWithinAStepAndTheRestOfTheStepCanBeWalked() {
        Simulation simulation = simulation();
        StopCondition line = new StopCondition.Breakpoint("model.c", 8);
        assertEquals(Simulation.Stopped.CONDITION, simulation.run(_ -> 0, List.of(line), 10));
        assertEquals(8, simulation.place().orElseThrow().line());
        assertEquals(0, simulation.state()[0], "a is written by the next line");
        while (simulation.forward()) {
            assertEquals(1, simulation.position().step());
        }
        assertEquals(1, simulation.state()[0]);
        assertTrue(simulation.runBack(List.of(line)));
        assertEquals(8, simulation.place().orElseThrow().line());
        assertFalse(simulation.runBack(List.of(line)), "it was met once");
    }

    @Test
    void aBreakpointIsOfTheWholeFileName() {
        Simulation simulation = simulation();
        StopCondition other = new StopCondition.Breakpoint("del.c", 8);
        assertEquals(Simulation.Stopped.ENOUGH, simulation.run(_ -> 0, List.of(other), 1));
    }

    @Test
    void aWatchStopsWhereTheValueChanges() {
        Simulation simulation = simulation();
        StopCondition watch = new StopCondition.Watch(2, OptionalLong.of(1));
        assertEquals(Simulation.Stopped.CONDITION, simulation.run(_ -> 0, List.of(watch), 10));
        assertEquals(3, simulation.position().step());
        assertEquals(1, simulation.state()[2]);
    }

    @Test
    void theHistoryCannotBeLeft() {
        Simulation simulation = simulation();
        assertFalse(simulation.back());
        assertFalse(simulation.forward());
        assertThrows(IllegalArgumentException.class, () -> simulation.moveTo(new Position(1, 0)));
        simulation.take(0);
        assertThrows(IllegalArgumentException.class, () -> simulation.moveTo(new Position(1, 99)));
    }

    @Test
    void statesThatWereHandedOutAreCopies() {
        Simulation simulation = simulation();
        simulation.history().getFirst().state()[0] = 7;
        assertEquals(0, simulation.state()[0]);
    }
}
