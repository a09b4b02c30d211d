package org.xstate.analysis.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation on a component of some size costs: a fixed part and one for each byte of the component. The unit is
 * the user's; by default it is the byte that is moved, and no default is measured.
 *
 * @param lines by the kind of operation
 */
public record Weights(Map<Kind, Line> lines) {

    /** Kinds of operations, told by the name of the variable that counts them. */
    public enum Kind {
        /** A save or restore of all components of a task. */
        FULL,
        /** A save or restore of single components. */
        PARTIAL,
        /** A write by the component's own instruction. */
        REGISTER,
        /** Anything else that a model counts. */
        OTHER;

        static Kind of(String variable) {
            if (variable.endsWith("_full")) {
                return FULL;
            }
            if (variable.endsWith("_partial")) {
                return PARTIAL;
            }
            return variable.startsWith("register") ? REGISTER : OTHER;
        }
    }

    /** @param fixed of each operation @param perByte of the component */
    public record Line(double fixed, double perByte) {
    }

    /** Sizes in bytes for which cheapest combinations are named: PASID, AVX, AVX-512, tile data. */
    public static final List<Integer> SIZES = List.of(8, 256, 1024, 8192);

    /**
     * A full operation moves the legacy region, the header and AVX's 256 bytes, and the component; a partial one the header
     * and the component; a register write is taken for as dear as moving sixteen times its bytes.
     */
    public static final Weights DEFAULT = new Weights(Map.of(Kind.FULL, new Line(832, 1), Kind.PARTIAL,
            new Line(64, 1), Kind.REGISTER, new Line(0, 16), Kind.OTHER, new Line(1, 0)));

    public Weights {
        lines = Map.copyOf(lines);
    }

    /** The same but for some kinds. */
    public Weights with(Map<Kind, Line> others) {
        Map<Kind, Line> all = new LinkedHashMap<>(lines);
        all.putAll(others);
        return new Weights(all);
    }

    /** @param names of the variables @param counts their values @param size of the component in bytes */
    double of(List<String> names, List<Long> counts, int size) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            Line line = lines.get(Kind.of(names.get(i)));
            sum += counts.get(i) * (line.fixed() + line.perByte() * size);
        }
        return sum;
    }
}
