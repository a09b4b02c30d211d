package org.xstate.model.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.xstate.model.internal.symmetry.CpuSymmetries;

/**
 * Whether the CPUs of a machine can be exchanged for each other: then a state stands for all that come from it by giving
 * CPUs other numbers. The language gives CPUs neither order nor arithmetic, and only setups name one; what is left to
 * find out is whether variables of a CPU are reached by way of that CPU alone, and have the same ranges on each.
 *
 * @param cpus      how many can be exchanged for each other; 1 if none can
 * @param obstacle  why they cannot, if there are several
 * @param canonical gives for one thread what takes a state to the one that stands for it
 */
public record CpuSymmetry(int cpus, Optional<String> obstacle, Supplier<Canonical> canonical) {

    /** With more CPUs there are too many ways to number them. */
    public static final int MOST_CPUS = 4;

    /** Takes a state to the one that stands for it; not for several threads at a time. */
    @FunctionalInterface
    public interface Canonical {

        /** Every state stands for itself. */
        Canonical IDENTITY = (from, at, to) -> System.arraycopy(from, at, to, 0, to.length);

        /**
         * @param from holds the state; read only
         * @param at   index of its first word
         * @param to   takes the words of the state that stands for it; another array than {@code from}
         */
        void apply(long[] from, int at, long[] to);
    }

    /** Of a machine in which every state stands for itself. */
    public static CpuSymmetry none(List<String> obstacles) {
        return new CpuSymmetry(1, obstacles.stream().findFirst(), () -> Canonical.IDENTITY);
    }

    public static CpuSymmetry of(PackedMachine packed) {
        return CpuSymmetries.of(packed);
    }
}
