package org.xstate.model.internal.bytecode;

import org.xstate.model.link.Expression;
import org.xstate.model.state.PackedMachine;

/** What a method that is being made knows of itself. */
final class MethodContext {

    /** Largest part of an expression that stays in a method whose node is too large for one. */
    private static final int KEPT = 1200;

    private final PackedMachine packed;
    private final Ranges ranges;
    private final Placing placing;
    private final Outlines outlines;
    private final boolean region;
    private final int firstFree;
    private boolean outlining;

    /**
     * @param region    whether it is a part of a procedure, and returns the node that follows
     * @param firstFree first variable of the JVM that no parameter or local has
     */
    MethodContext(PackedMachine packed, Ranges ranges, Placing placing, Outlines outlines, boolean region,
            int firstFree) {
        this.packed = packed;
        this.ranges = ranges;
        this.placing = placing;
        this.outlines = outlines;
        this.region = region;
        this.firstFree = firstFree;
    }

    PackedMachine packed() {
        return packed;
    }

    Ranges ranges() {
        return ranges;
    }

    Placing placing() {
        return placing;
    }

    Outlines outlines() {
        return outlines;
    }

    boolean isRegion() {
        return region;
    }

    /** From here on, large parts of expressions go to methods of their own, or do not. */
    void outline(boolean wanted) {
        outlining = wanted;
    }

    boolean isTooLarge(Expression expression) {
        return outlining && Sizes.of(expression) > KEPT;
    }

    /** Holds the words of the state. */
    int stateVariable() {
        return firstFree;
    }

    /** Holds the frame array. */
    int frameVariable() {
        return firstFree + 1;
    }

    /** Holds the marks of blocks that were executed. */
    int coveredVariable() {
        return firstFree + 2;
    }

    /** Holds the number of a slot that is read. */
    int readVariable() {
        return firstFree + 3;
    }

    /** Holds the number or the place of a slot that is written. */
    int writeVariable() {
        return firstFree + 4;
    }

    /** Holds a value whose range is being checked. */
    int checkVariable() {
        return firstFree + 5;
    }
}
