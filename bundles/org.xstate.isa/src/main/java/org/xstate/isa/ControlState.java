package org.xstate.isa;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureMask;

/**
 * Everything besides the registers themselves that the instructions depend on; immutable.
 *
 * @param xcr0              which user components are enabled
 * @param xss               IA32_XSS: which supervisor components are enabled
 * @param xfd               IA32_XFD: which components are disabled although enabled in XCR0
 * @param xfdErr            IA32_XFD_ERR: which of them the last #NM was about
 * @param cr0Ts             CR0.TS
 * @param cr0Em             CR0.EM
 * @param cr4Osxsave        CR4.OSXSAVE
 * @param cr4Osfxsr         CR4.OSFXSR: FXSAVE and FXRSTOR move XMM registers and MXCSR; the XSAVE family does so anyway
 * @param eferFfxsr         EFER.FFXSR, which AMD processors have (CPUID.80000001H:EDX[25]): FXSAVE and FXRSTOR leave out
 *                          XMM registers in 64-bit mode at CPL 0 (AMD64 APM volume 2, section 3.1.7)
 * @param cpl               current privilege level, 0 to 3
 * @param mode              64-bit mode or not
 * @param alignmentChecking whether CR0.AM and EFLAGS.AC are both 1; #AC is possible at CPL 3 only
 * @param linearAddressBits canonical width: 48, or 57 with CR4.LA57
 * @param guest             VMX controls, in VMX non-root operation only
 */
public record ControlState(XFeatureMask xcr0, XFeatureMask xss, XFeatureMask xfd, XFeatureMask xfdErr,
        boolean cr0Ts, boolean cr0Em, boolean cr4Osxsave, boolean cr4Osfxsr, boolean eferFfxsr, int cpl,
        Mode mode, boolean alignmentChecking, int linearAddressBits, Optional<VmxGuest> guest) {

    /** Width of addresses and registers. */
    public enum Mode {
        /** 64-bit mode. */
        BITS_64,
        /** Compatibility mode, or protected mode outside IA-32e. */
        BITS_32
    }

    /**
     * Controls of a VMX guest.
     *
     * @param enableXsaves      secondary processor-based control 20
     * @param xssExitingBitmap  XSS-exiting bitmap: XSAVES and XRSTORS of such a component exit
     */
    public record VmxGuest(boolean enableXsaves, XFeatureMask xssExitingBitmap) {
        public VmxGuest {
            Objects.requireNonNull(xssExitingBitmap);
        }
    }

    /** 64-bit mode at CPL 0 with CR4.OSXSAVE and CR4.OSFXSR set, XCR0 as after reset (x87 only), nothing else enabled. */
    public static final ControlState KERNEL = new ControlState(XFeatureMask.of(0), XFeatureMask.NONE,
            XFeatureMask.NONE, XFeatureMask.NONE, false, false, true, true, false, 0, Mode.BITS_64, false, 48,
            Optional.empty());

    public ControlState {
        Objects.requireNonNull(xcr0);
        Objects.requireNonNull(xss);
        Objects.requireNonNull(xfd);
        Objects.requireNonNull(xfdErr);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(guest);
        if (cpl < 0 || cpl > 3) {
            throw new IllegalArgumentException("CPL " + cpl + " is not in 0..3");
        }
        if (linearAddressBits < 33 || linearAddressBits > 64) {
            throw new IllegalArgumentException("linear addresses of " + linearAddressBits + " bits");
        }
    }

    /** XCR0 or IA32_XSS: what XSAVES and XRSTORS reach. */
    public XFeatureMask enabled() {
        return xcr0.or(xss);
    }

    public boolean is64Bit() {
        return mode == Mode.BITS_64;
    }

    public ControlState withXcr0(XFeatureMask value) {
        return new ControlState(value, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withXss(XFeatureMask value) {
        return new ControlState(xcr0, value, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withXfd(XFeatureMask value) {
        return new ControlState(xcr0, xss, value, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withXfdErr(XFeatureMask value) {
        return new ControlState(xcr0, xss, xfd, value, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withCr0Ts(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, value, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withCr0Em(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, value, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withCr4Osxsave(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, value, cr4Osfxsr, eferFfxsr, cpl, mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withCr4Osfxsr(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, value, eferFfxsr, cpl, mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withEferFfxsr(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, value, cpl, mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withCpl(int value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, value,
                mode,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withMode(Mode value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                value,
                alignmentChecking, linearAddressBits, guest);
    }

    public ControlState withAlignmentChecking(boolean value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode, value,
                linearAddressBits, guest);
    }

    public ControlState withLinearAddressBits(int value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, value, guest);
    }

    public ControlState withGuest(VmxGuest value) {
        return new ControlState(xcr0, xss, xfd, xfdErr, cr0Ts, cr0Em, cr4Osxsave, cr4Osfxsr, eferFfxsr, cpl,
                mode,
                alignmentChecking, linearAddressBits, Optional.of(value));
    }
}
