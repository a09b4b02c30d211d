package org.xstate.model.state;

import java.util.List;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;

/**
 * The states of a machine as packed words. A slot with one possible value takes no room.
 *
 * <p>Immutable.
 */
public final class PackedMachine {

    private final Machine machine;
    private final StateLayout.Field[] fields;
    private final int words;
    private final int bits;

    private PackedMachine(Machine machine, StateLayout layout) {
        this.machine = machine;
        fields = layout.fields().toArray(StateLayout.Field[]::new);
        words = layout.words();
        bits = layout.bits();
    }

    /** @throws IllegalArgumentException if a state would have more than {@value StateLayout#MAX_WORDS} words */
    public static PackedMachine of(Machine machine) {
        StateLayout.Builder builder = StateLayout.builder();
        for (int i = 0; i < machine.slots().size(); i++) {
            Slot slot = machine.slots().get(i);
            // names of slots may repeat: two blocks of a function may each have a local of one name
            builder.field(i + " " + slot.name(), slot.min(), slot.max());
        }
        return new PackedMachine(machine, builder.build());
    }

    public Machine machine() {
        return machine;
    }

    /** Number of 64-bit words of a state. */
    public int words() {
        return words;
    }

    /** Bits of a state that are in use. */
    public int bits() {
        return bits;
    }

    /** Where a slot lies. */
    public StateLayout.Field field(int slot) {
        return fields[slot];
    }

    /** Where the slots lie, by number. */
    public List<StateLayout.Field> fields() {
        return List.of(fields);
    }

    /** The value of a slot in the state that starts at {@code state[at]}. */
    public long get(long[] state, int at, int slot) {
        return fields[slot].get(state, at);
    }

    /** @throws IllegalArgumentException if the value is outside of the slot's range */
    public void set(long[] state, int at, int slot, long value) {
        fields[slot].set(state, at, value);
    }

    /** The values of all slots, by number, of the state that starts at {@code state[at]}. */
    public long[] unpack(long[] state, int at) {
        long[] values = new long[fields.length];
        unpack(state, at, values);
        return values;
    }

    /** The same into an array with room for all slots. */
    public void unpack(long[] state, int at, long[] values) {
        for (int slot = 0; slot < fields.length; slot++) {
            values[slot] = fields[slot].get(state, at);
        }
    }

    /**
     * Packs the values of all slots, by number, into the state that starts at {@code state[at]}.
     *
     * @throws IllegalArgumentException if a value is outside of its slot's range
     */
    public void pack(long[] values, long[] state, int at) {
        for (int word = 0; word < words; word++) {
            state[at + word] = 0;
        }
        for (int slot = 0; slot < fields.length; slot++) {
            fields[slot].set(state, at, values[slot]);
        }
    }

    /** The state in which every slot has its initial value: where setups begin. */
    public long[] start() {
        long[] state = new long[words];
        pack(machine.slots().stream().mapToLong(Slot::initial).toArray(), state, 0);
        return state;
    }
}
