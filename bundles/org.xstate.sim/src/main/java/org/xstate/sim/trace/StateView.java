package org.xstate.sim.trace;

import java.util.List;
import java.util.OptionalInt;

import org.xstate.model.type.Type;

/** How states are told to a reader. */
interface StateView {

    /** What is different, ghost variables, locals and locations aside. @param cpu that executes */
    List<Change> changes(long[] before, long[] after, OptionalInt cpu);

    /**
     * What is worth knowing about the beginning.
     *
     * @param first the initial state that the declarations and the first choices of the setups give
     */
    List<Change> start(long[] first, long[] state);

    /** Who is on each CPU: {@code A user}, {@code idle}. */
    List<String> running(long[] state);

    /** {@code user}, {@code kernel} or empty: how the CPU executes what is not an interrupt. */
    String context(long[] state, int cpu);

    /** A value of a type, in that state. */
    String value(Type type, long value, long[] state);
}
