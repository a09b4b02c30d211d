package org.xstate.check.internal;

import java.util.Arrays;
import java.util.Comparator;

import org.xstate.check.Counterexample;

/** A state with something wrong, at its distance from the initial states. */
record Violation(int depth, Counterexample.Kind kind, int property, long[] state) {

    /** The order in which violations are reported: it depends on nothing but the transition system. */
    static final Comparator<Violation> ORDER = Comparator.comparingInt(Violation::depth)
            .thenComparingInt(Violation::property).thenComparing(Violation::state, Arrays::compareUnsigned)
            .thenComparing(Violation::kind);
}
