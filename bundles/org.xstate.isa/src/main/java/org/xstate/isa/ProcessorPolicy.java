package org.xstate.isa;

import java.util.Objects;
import java.util.OptionalInt;

import org.xstate.api.AddressWidths;
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
 * @param mxcsrInXstateBv          XSAVE and XSAVEOPT set XSTATE_BV[1] also for MXCSR != 1F80H; the manual: no, and so
 *                                 measured on Zen 3 and on the Intel processor of {@link #INTEL}; the Bochs emulator: yes
 *                                 (recorded)
 * @param refusedRestore           what a faulting XRSTOR or XRSTORS leaves in the registers; FXRSTOR changes nothing
 * @param modifiedOptimisation     XSAVEOPT and XSAVES leave out unmodified components: allowed by the manual, done by
 *                                 Zen 3 and the Intel processor (measured, for XSAVEOPT)
 * @param pointers                 how much of FIP and FDP is held
 * @param alignmentCheckWidth      bytes: a misalignment below this width gives #AC instead of #GP where alignment checking
 *                                 is on; 0: always #GP. The manual leaves it open (SDM volume 2, XSAVE, #AC); not measured
 * @param ignoresXstateBv63        a compacted restore overlooks XSTATE_BV[63] instead of #GP (recorded in the Bochs
 *                                 emulator; Zen 3 and the Intel processor fault, measured)
 * @param xgetbv1HidesDisabled     XGETBV(1) shows 0 for a component that IA32_XFD disables; not verified anywhere
 * @param legacySseWithoutOsfxsr   FXSAVE and FXRSTOR move XMM registers and MXCSR also with CR4.OSFXSR = 0: left open by the
 *                                 manual (SDM volume 2, FXSAVE), excluded by AMD's; not measured
 */
public record ProcessorPolicy(XinuseTracking xinuse, boolean modeScopedXinuse, boolean mxcsrInXstateBv,
        RefusedRestore refusedRestore, boolean modifiedOptimisation, PointerWidths pointers,
        int alignmentCheckWidth, boolean ignoresXstateBv63, boolean xgetbv1HidesDisabled,
        boolean legacySseWithoutOsfxsr) {

    /**
     * How XINUSE follows the registers. A component whose content is not initial is in use in any case; the architecture
     * lets XINUSE also be 1 for one that is (SDM volume 1, section 13.6).
     *
     * @param sticky in use from any load or write on until it is initialised, whatever the content, but for those of which
     *               {@link org.xstate.api.RegisterBehaviour#tracksByContent()} says otherwise. Initialised by a restore, or
     *               by the instruction made for it: VZEROUPPER takes AVX out of use (measured on Zen 3 and on the Intel
     *               processor of {@link #INTEL}), while writing zeros to a YMM register puts it in use there (measured)
     * @param always in use for ever (said of PKRU on some Intel processors)
     */
    public record XinuseTracking(XFeatureMask sticky, XFeatureMask always) {
        /** In use exactly when the content is not initial: Zen 3 for x87, SSE and AVX (measured), emulators. */
        public static final XinuseTracking EXACT = new XinuseTracking(XFeatureMask.NONE, XFeatureMask.NONE);
        /**
         * Every component is in use once loaded or written, but for XTILECFG: measured on an Intel processor, family 6
         * model A7h under KVM, XCR0 600E7H, for x87, SSE, AVX, AVX-512 and AMX.
         */
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
        /**
         * Registers as before: Zen 3 in both formats, and an Intel processor, family 6 model A7h under KVM, XCR0 600E7H,
         * in the standard format (measured for reserved MXCSR bits).
         */
        ROLLBACK,
        /** Components before the one at fault are loaded: allowed for supervisor components, seen in the Bochs emulator. */
        PARTIAL,
        /**
         * What RFBM has of x87 and SSE, and every component that the restore initialises, is done; nothing else is. An
         * Intel processor, family 6 model A7h under KVM, XCR0 600E7H, does so in the compacted format (measured for
         * reserved MXCSR bits, with MXCSR left alone; taken to be the same where a component's value is refused).
         */
        LEGACY_AND_INITIALISED
    }

    /**
     * What a faulting restore leaves behind in each format.
     *
     * @param standard  XRSTOR with XCOMP_BV[63] = 0
     * @param compacted XRSTOR with XCOMP_BV[63] = 1, and XRSTORS
     */
    public record RefusedRestore(OnFault standard, OnFault compacted) {
        /** Nothing changes. */
        public static final RefusedRestore ROLLBACK = both(OnFault.ROLLBACK);

        public RefusedRestore {
            Objects.requireNonNull(standard);
            Objects.requireNonNull(compacted);
        }

        /** The same in both formats. */
        public static RefusedRestore both(OnFault onFault) {
            return new RefusedRestore(onFault, onFault);
        }

        OnFault of(boolean compactedFormat) {
            return compactedFormat ? compacted : standard;
        }
    }

    /**
     * The bits from which the x87 instruction and data pointers are held, sign-extended; 33 to 64 each.
     *
     * @param fip of FIP; empty: as many as a linear address has (CPUID.80000008H:EAX[15:8])
     * @param fdp of FDP
     */
    public record PointerWidths(OptionalInt fip, int fdp) {
        /** All bits of both, as the manual's memory image has them. */
        public static final PointerWidths FULL = of(64, 64);
        /**
         * FIP as wide as a linear address, FDP in full: measured on an Intel processor, family 6 model A7h under KVM, XCR0
         * 600E7H, whose CPUID gives 57 bits of linear address.
         */
        public static final PointerWidths LINEAR_FIP = new PointerWidths(OptionalInt.empty(), 64);

        public PointerWidths {
            fip.ifPresent(PointerWidths::requireWidth);
            requireWidth(fdp);
        }

        public static PointerWidths of(int fip, int fdp) {
            return new PointerWidths(OptionalInt.of(fip), fdp);
        }

        private static void requireWidth(int bits) {
            if (bits < 33 || bits > 64) {
                throw new IllegalArgumentException("x87 pointers of " + bits + " bits");
            }
        }

        /** Both in figures, on a processor with such addresses. */
        PointerWidths on(AddressWidths widths) {
            return of(fip.orElse(Math.max(33, widths.linear())), fdp);
        }
    }

    /** The manual's letter where it decides, exact XINUSE where it does not. */
    public static final ProcessorPolicy MANUAL = new ProcessorPolicy(XinuseTracking.EXACT, true, false,
            RefusedRestore.ROLLBACK, true, PointerWidths.FULL, 0, false, false, false);
    /**
     * Intel hardware, as measured on an Intel processor, family 6 model A7h under KVM, XCR0 600E7H, in 64-bit mode at CPL 3.
     * What could not be seen there is as in the manual: 32-bit mode, #AC, XFD, supervisor components.
     */
    public static final ProcessorPolicy INTEL = MANUAL.withXinuse(XinuseTracking.STICKY)
            .withRefusedRestore(new RefusedRestore(OnFault.ROLLBACK, OnFault.LEGACY_AND_INITIALISED))
            .withPointers(PointerWidths.LINEAR_FIP);
    /** AMD hardware, as measured on Zen 3. */
    public static final ProcessorPolicy AMD = new ProcessorPolicy(XinuseTracking.EXACT, false, false,
            RefusedRestore.ROLLBACK, true, PointerWidths.of(48, 48), 0, false, false, false);

    public ProcessorPolicy {
        Objects.requireNonNull(xinuse);
        Objects.requireNonNull(refusedRestore);
        Objects.requireNonNull(pointers);
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
        return new ProcessorPolicy(value, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation,
                pointers, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withModeScopedXinuse(boolean value) {
        return new ProcessorPolicy(xinuse, value, mxcsrInXstateBv, refusedRestore, modifiedOptimisation,
                pointers, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withMxcsrInXstateBv(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, value, refusedRestore, modifiedOptimisation,
                pointers, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withRefusedRestore(RefusedRestore value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, value, modifiedOptimisation,
                pointers, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withModifiedOptimisation(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore, value, pointers,
                alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled, legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withPointers(PointerWidths value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation, value, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withAlignmentCheckWidth(int value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation, pointers, value, ignoresXstateBv63, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withIgnoresXstateBv63(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation, pointers, alignmentCheckWidth, value, xgetbv1HidesDisabled,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withXgetbv1HidesDisabled(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation, pointers, alignmentCheckWidth, ignoresXstateBv63, value,
                legacySseWithoutOsfxsr);
    }

    public ProcessorPolicy withLegacySseWithoutOsfxsr(boolean value) {
        return new ProcessorPolicy(xinuse, modeScopedXinuse, mxcsrInXstateBv, refusedRestore,
                modifiedOptimisation, pointers, alignmentCheckWidth, ignoresXstateBv63, xgetbv1HidesDisabled,
                value);
    }
}
