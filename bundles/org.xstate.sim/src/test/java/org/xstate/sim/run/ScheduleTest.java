package org.xstate.sim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void movesAreSeparatedByBlanksAndCommas() {
        assertEquals(
                List.of(new Schedule.Item("A", 1, false), new Schedule.Item("softirq@1:2", 1, false),
                        new Schedule.Item("preempt/B", 3, false),
                        new Schedule.Item("A", Schedule.MOST, true)),
                Schedule.parse(" A, softirq@1:2\npreempt/B*3,,A* ").items());
    }

    @Test
    void theFirstWayNeedsNoNumber() {
        assertEquals(Schedule.parse("A"), Schedule.parse("A:0"));
    }

    @Test
    void anEmptyScheduleTakesNoStep() {
        assertEquals(List.of(), Schedule.parse("  ").items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A", "A@", "A@x", "A:", "A**", "A*-1", "A/", "A:1:2", "A;B", "ä"})
    void whatIsNoMoveIsNamed(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Schedule.parse(text));
        assertTrue(refused.getMessage().contains("is no move"), refused.getMessage());
    }
}
