package org.xstate.model.internal.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.state.PackedMachine;
import org.xstate.model.state.StateLayout;

/** Gives CPUs other numbers in a packed state. Slots that move alike are moved together. */
final class CpuPermutation {

    private final long[] kept;
    private final Move[] moves;
    private final Renamed[] renamed;
    private final int[] newNumber;

    /** Bits that go from one word to another by a rotation. */
    private record Move(int from, int to, int rotation, long mask) {
    }

    /** A slot that holds a CPU, and the one to which it goes. */
    private record Renamed(StateLayout.Field from, StateLayout.Field to) {
    }

    /**
     * @param target    by slot, the slot to which its value goes
     * @param holdsCpu  by slot, whether its value is a CPU
     * @param newNumber by CPU
     */
    CpuPermutation(PackedMachine packed, int[] target, boolean[] holdsCpu, int[] newNumber) {
        this.newNumber = newNumber;
        kept = new long[packed.words()];
        Arrays.fill(kept, -1L);
        List<Renamed> cpus = new ArrayList<>();
        Map<List<Integer>, Long> masks = new LinkedHashMap<>();
        for (int slot = 0; slot < target.length; slot++) {
            StateLayout.Field from = packed.field(slot);
            StateLayout.Field to = packed.field(target[slot]);
            if (from.width() == 0 || target[slot] == slot && !holdsCpu[slot]) {
                continue;
            }
            long mask = from.mask() << from.shift();
            kept[from.word()] &= ~mask;
            if (holdsCpu[slot]) {
                cpus.add(new Renamed(from, to));
            } else {
                masks.merge(List.of(from.word(), to.word(), to.shift() - from.shift() & Long.SIZE - 1), mask,
                        (a, b) -> a | b);
            }
        }
        moves = masks.entrySet().stream().map(entry -> new Move(entry.getKey().get(0), entry.getKey().get(1),
                entry.getKey().get(2), entry.getValue())).toArray(Move[]::new);
        renamed = cpus.toArray(Renamed[]::new);
    }

    void apply(long[] from, int at, long[] to) {
        for (int word = 0; word < kept.length; word++) {
            to[word] = from[at + word] & kept[word];
        }
        for (Move move : moves) {
            to[move.to] |= Long.rotateLeft(from[at + move.from] & move.mask, move.rotation);
        }
        for (Renamed slot : renamed) {
            long cpu = slot.from.get(from, at);
            long number = cpu < 0 ? cpu : newNumber[(int) cpu];
            to[slot.to.word()] |= number - slot.to.min() << slot.to.shift();
        }
    }
}
