package org.xstate.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class StateLayoutTest {

    @Test
    void aFieldTakesAsManyBitsAsItsRangeNeeds() {
        StateLayout layout = StateLayout.builder().field("one", 5, 5).field("two", 0, 1).field("three", -1, 1)
                .field("four", 0, 3).field("all", Long.MIN_VALUE, Long.MAX_VALUE).build();
        assertEquals(List.of(0, 1, 2, 2, 64),
                layout.fields().stream().map(StateLayout.Field::width).toList());
        assertEquals(69, layout.bits());
        assertEquals(2, layout.words());
    }

    @Test
    void theReservedBitStaysFreeAndFieldsDoNotStraddleWords() {
        assertEquals(1, StateLayout.builder().array("a", 63, 0, 1).build().words());
        assertEquals(2, StateLayout.builder().array("a", 64, 0, 1).build().words());
        StateLayout halves = StateLayout.builder().array("a", 2, 0, 0xFFFF_FFFFL).build();
        assertEquals(2, halves.words());
        halves.fields().forEach(field -> assertTrue(field.shift() + field.width() <= 64));
    }

    @Test
    void writtenValuesAreReadBackAndLeaveTheOthersAlone() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            StateLayout.Builder builder = StateLayout.builder();
            int number = 1 + random.nextInt(40);
            for (int i = 0; i < number; i++) {
                long min = random.nextLong() >> 1 + random.nextInt(63);
                long range = (random.nextLong() & Long.MAX_VALUE) >> 1 + random.nextInt(62);
                builder.field("f" + i, min, min + range);
            }
            StateLayout layout = builder.build();
            long[] state = new long[layout.words() + 1];
            Map<String, Long> expected = new HashMap<>();
            layout.fields().forEach(field -> expected.put(field.name(), field.min()));
            for (int write = 0; write < 3 * number; write++) {
                StateLayout.Field field = layout.field("f" + random.nextInt(number));
                long value = field.min() == field.max()
                        ? field.min()
                        : random.nextLong(field.min(), field.max() + 1);
                field.set(state, 1, value);
                expected.put(field.name(), value);
                layout.fields().forEach(each -> assertEquals(expected.get(each.name()), each.get(state, 1)));
            }
            assertEquals(0, state[0]);
            assertTrue(state[1] >= 0, "the reserved bit is set");
        }
    }

    @Test
    void aValueOutsideItsRangeIsRefused() {
        StateLayout layout = StateLayout.builder().field("pc", 0, 5).build();
        long[] state = new long[1];
        assertThrows(IllegalArgumentException.class, () -> layout.field("pc").set(state, 0, 6));
        assertThrows(IllegalArgumentException.class, () -> layout.field("pc").set(state, 0, -1));
    }

    @Test
    void contradictoryDeclarationsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> StateLayout.builder().field("a", 1, 0));
        assertThrows(IllegalArgumentException.class,
                () -> StateLayout.builder().field("a", 0, 1).field("a", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> StateLayout.builder().array("a", 0, 0, 1));
        StateLayout layout = StateLayout.builder().array("a", 3, 0, 1).build();
        assertEquals(3, layout.array("a").size());
        assertThrows(IllegalArgumentException.class, () -> layout.field("b"));
        assertThrows(IllegalArgumentException.class, () -> layout.array("b"));
    }
}
