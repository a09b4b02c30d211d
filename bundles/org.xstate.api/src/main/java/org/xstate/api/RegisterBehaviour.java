package org.xstate.api;

import java.lang.foreign.MemorySegment;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is special about moving a component between registers and memory, beyond a copy of its bytes. The instruction
 * model calls it with segments of the component's size, in the layout of the image, never of fewer bytes than the
 * descriptor has (see {@link FeatureCatalog#registerBehaviour}).
 *
 * <p>Implementations keep no state and have no side effect but on {@code register}.
 */
@ConsumerType
public interface RegisterBehaviour {

    /** A copy both ways, init when all bytes equal the init state. */
    RegisterBehaviour PLAIN = new RegisterBehaviour() {
    };

    /** What XRSTOR or XRSTORS does with a component whose XSTATE_BV bit is set. */
    sealed interface Load {
        /** Registers take the bytes of memory, as {@link #loaded} shapes them. */
        record Accept() implements Load {
        }

        /** Registers take the initial configuration and nothing faults (an invalid XTILECFG). @param reason in words */
        record Initialise(String reason) implements Load {
        }

        /** #GP(0). @param reason in words */
        record Fault(String reason) implements Load {
        }
    }

    /**
     * Decides on a load.
     *
     * @param memory   the component in the image, read-only
     * @param register the component's registers before the instruction, read-only
     */
    default Load load(MemorySegment memory, MemorySegment register) {
        return new Load.Accept();
    }

    /** Adjusts the registers after memory's bytes were copied: clears what the hardware does not hold (upper half of PKRU). */
    default void loaded(MemorySegment register) {
    }

    /** Whether an initialising restore is refused in the current state (PT while TraceEn is 1). */
    default Load initialise(MemorySegment register) {
        return new Load.Accept();
    }

    /**
     * How many leading bytes of the component the instructions reach outside 64-bit mode: half of ZMM_Hi256 (ZMM0 to
     * ZMM7), nothing of Hi16_ZMM (SDM volume 1, section 13.5.5). The bytes beyond are neither saved nor restored there,
     * and do not count for XINUSE.
     *
     * @param size bytes of the component
     */
    default int bytesOutside64BitMode(int size) {
        return size;
    }

    /**
     * Whether the component is in use exactly when its content is not initial, also on processors that otherwise count
     * a component as in use from a load on until it is initialised, whatever was loaded. The same processors save such a
     * component whether or not it was modified. XTILECFG is one: the hardware knows whether tiles are configured (SDM
     * volume 1, section 13.6; measured on an Intel processor, family 6 model A7h under KVM, XCR0 600E7H).
     */
    default boolean tracksByContent() {
        return false;
    }

    /** The side effect of XSAVES on the registers after they were saved: UINV cleared, TraceEn cleared. */
    default void savedByXsaves(MemorySegment register) {
    }
}
