package org.xstate.designs.internal;

/** Ways beside both copies and flag: a component that is switched eagerly, and the whole buffer at once. */
public final class OtherRoutes {

    private OtherRoutes() {
    }

    /** Design 6. */
    public static final class Eager extends ShippedDesign {
        public Eager() {
            super("6", "eager, outside XRSTOR");
        }
    }

    /** Design 7. */
    public static final class WholeBuffer extends ShippedDesign {
        public WholeBuffer() {
            super("7", "whole buffer, as ptrace");
        }
    }
}
