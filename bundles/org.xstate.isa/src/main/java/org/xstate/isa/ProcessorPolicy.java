package org.xstate.isa;

import java.util.Objects;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.CpuIdentity;

/**
 * What the architecture leaves to the implementation, or where implementations are known to differ. AMD's rules for FOP,
 * FIP and FDP, deprecated selectors and MXCSR_MASK are not here: CPUID tells them
 * ({@link org.xstate.layout.cpu.FpuTraits}).
 *
 * @param xinuse                   how XINUSE follows the registers
 * @param modeScopedXinuse         outside 64-bit mode, XINUSE looks only at the registers that the mode reaches, as SDM
 *                                 volume 1, section 13.6 has it; false: at all of them (measured on Zen 3)
 * @param mxcsrInXstateBv          XSAVE and XSAVEOPT set XSTATE_BV[1] also for MXCSR != 1F80H; the manual and Zen 3: no
 *                                 (measured), the Bochs emulator: yes (recorded)
 * @param onFault                  what a faulting XRSTOR, XRSTORS or FXRSTOR leaves in the registers
 * @param modifiedOptimisation     XSAVEOPT and XSAVES leave out unmodified components: allowed by the manual, done by
 *                                 Zen 3 (measured)
 * @param pointerBits              FIP and FDP are held sign-extended from so many bits: 48 on Zen 3 (measured), else 64
 * @param alignmentCheckWidth      bytes: a misalignment below this width gives #AC instead of #GP where alignment checking
 *                                 is on; 0: always #GP. The manual leaves it open (SDM volume 2, XSAVE, #AC); not measured
 * @param ignoresXstateBv63        a compacted restore overlooks XSTATE_BV[63] instead of #GP (recorded in the Bochs
 *                                 emulator; Zen 3 faults, measured)
 * @param xgetbv1HidesDisabled     XGETBV(1) shows 0 for a component that IA32_XFD disables; not verified anywhere
 */
public record ProcessorPolicy(XinuseTracking xinuse, boolean modeScopedXinuse, boolean mxcsrInXstateBv,
        OnFault onFault, boolean modifiedOptimisation, int pointerBits, int alignmentCheckWidth,
        boolean ignoresXstateBv63, boolean xgetbv1HidesDisabled) {

    /**
     * How XINUSE follows the registers. A component whose content is not initial is in use in any case; the architecture
     * lets XINUSE also be 1 for one that is (SDM volume 1, section 13.6).
     *
     * @param sticky in use from any load or write on until it is initialised, whatever the content (said of Intel)
     * @param always in use for ever (PKRU on some Intel parts)
     */
    public record XinuseTracking(XFeatureMask sticky, XFeatureMask always) {
        /** In use exactly when the content is not initial: Zen 3 for x87, SSE and AVX (measured), emulators. */
        public static final XinuseTracking EXACT = new XinuseTracking(XFeatureMask.NONE, XFeatureMask.NONE);
        /** Every component is in use once loaded or written. */
        public static final XinuseTracking STICKY = new XinuseTracking(new XFeatureMask(-1).components(),
                XFeatureMask.NONE);

        public XinuseTracking {
            Objects.requireNonNull(sticky);
            Objects.requireNonNull(always);
        }

        /** The same, with {@code mask} in use for ever. */
        public XinuseTracking always(XFeatureMask mask) {
            return new XinuseTracking(sticky, mask);
        }
    }

    /** What a faulting restore leaves behind. */
    public enum OnFault {
        /** Registers as before: Zen 3 (measured). */
        ROLLBACK,
        /** Components before the one at fault are loaded: allowed for supervisor components, seen in the Bochs emulator. */
        PARTIAL
    }

    /** The manual's letter where it decides, exact XINUSE where it does not. */
    public static final ProcessorPolicy MANUAL = new ProcessorPolicy(XinuseTracking.EXACT, true, false,
            OnFault.ROLLBACK, true, 64, 0, false, false);
    /** Intel hardware: as the manual, with sticky XINUSE. Nothing of it could be measured. */
    public static final ProcessorPolicy INTEL = MANUAL.withXinuse(XinuseTracking.STICKY);
    /** AMD hardware, as measured on Zen 3. */
    public static final ProcessorPolicy AMD = new ProcessorPolicy(XinuseTracking.EXACT, false, false,
            OnFault.ROLLBACK, true, 48, 0, false, false);

    public ProcessorPolicy {
        Objects.requireNonNull(xinuse);
        Objects.requireNonNull(onFault);
        if (pointerBits < 33 || pointerBits > 64) {
            throw new IllegalArgumentException("x87 pointers of " + pointerBits + " bits");
        }
        if (alignmentCheckWidth != 0 && (Integer.bitCount(alignmentCheckWidth) != 1
                || alignmentCheckWidth < 2 || alignmentCheckWidth > 64)) {
            throw new IllegalArgumentException("alignment check of " + alignmentCheckWidth + " bytes");
        }
    }

    /** What is known of the vendor's hardware; {@link #MANUAL} for a vendor of which nothing is known. */
    public static ProcessorPolicy of(CpuIdentity identity) {
        if (identity.isAmdLike()) {
            return AMD;
        }
        return identity.isIntel() ? INTEL : MANUAL;
    }

    public ProcessorPolicy withXinuse(XinuseTracking value) {
        return new ProcessorPolicy(value, modeScopedXinuse, mxcsrInXstateBv, onFault, modifiedOptimisation,
                pointerBits, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withModeScopedXinuse(boolean value) {
        return new ProcessorPolicy(xinuse, value, mxcsrInXstateBv, onFault, modifiedOptimisation,
                pointerBits, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withMxcsrInXstateBv(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, value, onFault, modifiedOptimisation,
                pointerBits, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withOnFault(OnFault value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, value, modifiedOptimisation,
                pointerBits, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withModifiedOptimisation(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, onFault, value, pointerBits,
                alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withPointerBits(int value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, onFault,
                modifiedOptimisation, value, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withAlignmentCheckWidth(int value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, onFault,
                modifiedOptimisation, pointerBits, value, ignoresXstateBv63, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withIgnoresXstateBv63(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, onFault,
                modifiedOptimisation, pointerBits, alignmentCheckWidth, value, xgetbv1HidesDisabled);
    }

    public ProcessorPolicy withXgetbv1HidesDisabled(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, onFault,
                modifiedOptimisation, pointerBits, alignmentCheckWidth, ignoresXstateBv63, value);
    }
}
