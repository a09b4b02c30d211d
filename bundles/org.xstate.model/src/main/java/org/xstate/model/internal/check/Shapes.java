package org.xstate.model.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** How many scalars types consist of; structs are bounded when they are declared, so that no walk over one is long. */
final class Shapes {

    static final long MAX_SCALARS = 1 << 20;
    private static final int MAX_DEPTH = 32;

    private final Map<String, Long> scalars = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    /** False if the struct is larger or more deeply nested than any model has use for. */
    boolean define(String name, List<Program.Member> members) {
        long sum = members.stream().mapToLong(member -> scalars(member.type())).sum();
        int depth = 1 + members.stream().mapToInt(member -> depth(member.type())).max().orElse(0);
        boolean fits = sum <= MAX_SCALARS && depth <= MAX_DEPTH;
        scalars.put(name, fits ? sum : 0);
        depths.put(name, fits ? depth : 1);
        return fits;
    }

    /** At most one more than {@link #MAX_SCALARS}. */
    long scalars(Type type) {
        return switch (type) {
            case Type.Array array -> Math.min(array.length() * scalars(array.element()), MAX_SCALARS + 1);
            case Type.Struct struct -> scalars.getOrDefault(struct.name(), 0L);
            default -> 1;
        };
    }

    private int depth(Type type) {
        return switch (type) {
            case Type.Array array -> depth(array.element());
            case Type.Struct struct -> depths.getOrDefault(struct.name(), 0);
            default -> 0;
        };
    }
}
