package org.xstate.designs.internal;

/** What wrote a component where a test of the caller said that it lives: 5.10 to 5.12, and the first version of the series. */
public final class RawAccess {

    private RawAccess() {
    }

    /** Design 2a: update_pasid(). */
    public static final class WriteByInterrupt extends ShippedDesign {
        public WriteByInterrupt() {
            super("2a", "the interrupt of 5.10");
        }
    }

    /** Design 2a-stale-equal. */
    public static final class WriteByInterruptStale extends ShippedDesign {
        public WriteByInterruptStale() {
            super("2a-stale-equal", "2a, stale bytes = wanted");
        }
    }

    /** Design 2b: fpu__pasid_write(). */
    public static final class WriteIfValid extends ShippedDesign {
        public WriteIfValid() {
            super("2b", "v1: write f if valid");
        }
    }

    /** Design 2c. */
    public static final class XsaveAddress extends ShippedDesign {
        public XsaveAddress() {
            super("2c", "get_xsave_addr() alone");
        }
    }
}
