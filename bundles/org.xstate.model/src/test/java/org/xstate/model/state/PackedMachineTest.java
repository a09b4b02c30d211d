package org.xstate.model.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;

class PackedMachineTest {

    private static Machine machine(long[]... ranges) {
        List<Slot> slots = Arrays.stream(ranges).map(range -> new Slot("x", Type.INT, range[0], range[1],
                range[1], Slot.Kind.SHARED, OptionalInt.empty(), false)).toList();
        return new Machine(1, slots, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void aSlotWithOneValueTakesNoRoom() {
        PackedMachine packed = PackedMachine.of(machine(new long[]{7, 7}, new long[]{-1, 2}));
        assertEquals(2, packed.bits());
        assertEquals(7, packed.get(new long[]{0}, 0, 0));
    }

    @Test
    void aWholeWordHoldsEveryUnsignedValue() {
        PackedMachine packed = PackedMachine
                .of(machine(new long[]{Long.MIN_VALUE, Long.MAX_VALUE}, new long[]{0, 1}));
        assertEquals(2, packed.words());
        long[] state = packed.start();
        packed.set(state, 0, 0, -1);
        assertEquals(-1, packed.get(state, 0, 0));
        assertEquals(1, packed.get(state, 0, 1));
    }

    @Test
    void slotsOfOneNameAreDistinct() {
        PackedMachine packed = PackedMachine.of(machine(new long[]{0, 3}, new long[]{0, 3}));
        long[] state = packed.start();
        packed.set(state, 0, 1, 1);
        assertArrayEquals(new long[]{3, 1}, packed.unpack(state, 0));
    }

    @Test
    void packingKeepsValuesAndRefusesThoseOutside() {
        PackedMachine packed = PackedMachine
                .of(machine(new long[]{-2, 5}, new long[]{0, 1L << 40}, new long[]{3, 3}));
        long[] state = new long[packed.words() + 1];
        packed.pack(new long[]{-2, 12345678901L, 3}, state, 1);
        assertArrayEquals(new long[]{-2, 12345678901L, 3}, packed.unpack(state, 1));
        assertThrows(IllegalArgumentException.class, () -> packed.set(state, 1, 0, 6));
    }
}
