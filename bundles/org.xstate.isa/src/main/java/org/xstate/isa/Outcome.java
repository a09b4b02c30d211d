package org.xstate.isa;

import java.util.Objects;

import org.xstate.api.XFeatureMask;

/** What one instruction did. */
public sealed interface Outcome {

    /** It retired. */
    sealed interface Completed extends Outcome {
    }

    /**
     * A save wrote memory.
     *
     * @param rfbm    the requested-feature bitmap: EDX:EAX and what is enabled
     * @param written the components whose payload was written
     */
    record Saved(XFeatureMask rfbm, XFeatureMask written) implements Completed {
    }

    /**
     * A restore changed registers.
     *
     * @param rfbm        the requested-feature bitmap: EDX:EAX and what is enabled
     * @param loaded      the components taken from memory
     * @param initialised the components that got their initial configuration
     */
    record Restored(XFeatureMask rfbm, XFeatureMask loaded,
            XFeatureMask initialised) implements Completed {
    }

    /** XGETBV or RDMSR returned a value in EDX:EAX. */
    record Returned(long value) implements Completed {
    }

    /** XSETBV or WRMSR took the value in EDX:EAX. */
    record Taken(long value) implements Completed {
    }

    /**
     * It raised an exception and did not retire.
     *
     * @param vector    which
     * @param errorCode what is pushed; 0 where nothing is
     * @param cause     for programs
     * @param reason    in words with the values, one sentence without full stop
     */
    record Fault(ExceptionVector vector, int errorCode, FaultCause cause,
            String reason) implements Outcome {
        public Fault {
            Objects.requireNonNull(vector);
            Objects.requireNonNull(cause);
            Objects.requireNonNull(reason);
        }

        /** As a log would have it: {@code #GP(0): XCOMP_BV is 0x1}. */
        @Override
        public String toString() {
            return vector.mnemonic() + (vector.pushesErrorCode() ? "(" + errorCode + ")" : "") + ": "
                    + reason;
        }

        static Fault ud(FaultCause cause, String reason) {
            return new Fault(ExceptionVector.UD, 0, cause, reason);
        }

        static Fault nm(FaultCause cause, String reason) {
            return new Fault(ExceptionVector.NM, 0, cause, reason);
        }

        static Fault gp(FaultCause cause, String reason) {
            return new Fault(ExceptionVector.GP, 0, cause, reason);
        }
    }

    /**
     * It left VMX non-root operation before doing anything.
     *
     * @param exitReason basic exit reason (SDM volume 3, appendix C)
     * @param reason     in words
     */
    record VmExit(int exitReason, String reason) implements Outcome {
    }

    /** Whether the instruction retired. */
    default boolean isCompleted() {
        return this instanceof Completed;
    }
}
