package org.xstate.designs.internal;

/** What was merged instead of the pair: 5.18 for PASID, 6.6 for user shadow stacks. */
public final class MergedWays {

    private MergedWays() {
    }

    /** Design 3. */
    public static final class InTrap extends ShippedDesign {
        public InTrap() {
            super("3", "5.18: in #GP, irqs off");
        }
    }

    /** Design 4. */
    public static final class LockAndLoad extends ShippedDesign {
        public LockAndLoad() {
            super("4", "lock_and_load + WRMSR");
        }
    }
}
