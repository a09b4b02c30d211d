package org.xstate.model.internal.bytecode;

import java.util.List;

import org.xstate.model.state.PackedMachine;
import org.xstate.model.state.StateLayout;

/** Constants of the generated class: where slots lie, and the machine's tables. */
final class MachineTables {

    /** A place is {@code word << WORD_SHIFT | shift}. */
    static final int WORD_SHIFT = 6;

    private final int[] place;
    private final long[] mask;
    private final long[] min;
    private final List<long[]> tables;

    MachineTables(PackedMachine packed) {
        int slots = packed.fields().size();
        place = new int[slots];
        mask = new long[slots];
        min = new long[slots];
        for (int i = 0; i < slots; i++) {
            StateLayout.Field field = packed.field(i);
            place[i] = field.word() << WORD_SHIFT | field.shift();
            mask[i] = field.mask();
            min[i] = field.min();
        }
        tables = packed.machine().tables();
    }

    /** In the order of the fields: places, masks, least values, then the tables. */
    Object[] data() {
        Object[] data = new Object[FIRST_TABLE + tables.size()];
        data[0] = place;
        data[1] = mask;
        data[2] = min;
        for (int i = 0; i < tables.size(); i++) {
            data[FIRST_TABLE + i] = tables.get(i);
        }
        return data;
    }

    static final int FIRST_TABLE = 3;

    int tables() {
        return tables.size();
    }
}
