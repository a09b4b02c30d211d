package org.xstate.analysis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * The CPU that is to restore the images, with what is enabled there.
 *
 * @param cpu      the CPU that the user named, if any; also tells layouts that an image does not tell itself
 * @param target   for the checks; empty if neither a CPU nor a mask was given
 * @param findings masks that XSETBV or WRMSR would refuse
 */
public record LintTarget(Optional<XsaveCpu> cpu, Optional<CheckedImage.Target> target,
        List<Finding> findings) {

    /** Every MXCSR bit that any processor takes. */
    private static final int ANY_MXCSR = 0x2_ffff;

    /** Nothing is known about the CPU that restores. */
    public static final LintTarget NONE = new LintTarget(Optional.empty(), Optional.empty(), List.of());

    public LintTarget {
        findings = List.copyOf(findings);
    }

    /** A CPU with masks; without masks, everything that it enumerates is enabled. @param name for sentences */
    public static LintTarget of(String name, XsaveCpu cpu, Optional<XFeatureMask> xcr0,
            Optional<XFeatureMask> xss, FeatureCatalog catalog) {
        List<Finding> findings = new ArrayList<>();
        XFeatureMask user = xcr0.orElse(cpu.xcr0());
        XFeatureMask supervisor = xss.orElse(cpu.features().xsaves() ? cpu.xss() : XFeatureMask.NONE);
        xcr0.ifPresent(value -> EnablingRules.xcr0(value, cpu, catalog)
                .forEach(refusal -> findings.add(Finding.error("lint-xcr0-refused",
                        "XSETBV of %s raises #GP on %s: %s".formatted(value, name, refusal.reason())))));
        xss.filter(value -> !value.isEmpty()).ifPresent(value -> EnablingRules.xss(value, cpu)
                .forEach(refusal -> findings.add(Finding.error("lint-xss-refused",
                        "WRMSR of IA32_XSS = %s raises #GP on %s: %s".formatted(value, name,
                                refusal.reason())))));
        XFeatureMask known = user.and(cpu.xcr0());
        OptionalInt size = cpu.undescribed(known).isEmpty()
                ? OptionalInt.of(XsaveLayout.standard(cpu, known).size())
                : OptionalInt.empty();
        return new LintTarget(Optional.of(cpu), Optional.of(new CheckedImage.Target(name, user, supervisor,
                cpu.features().xsavec(), cpu.features().xsaves(), cpu.fpu().mxcsrMask(), size)), findings);
    }

    /** Masks without a CPU: one that has every instruction, and takes every MXCSR bit that any processor takes. */
    public static LintTarget ofMasks(XFeatureMask xcr0, XFeatureMask xss) {
        return new LintTarget(Optional.empty(), Optional.of(new CheckedImage.Target("", xcr0, xss, true, true,
                ANY_MXCSR, OptionalInt.empty())), List.of());
    }
}
