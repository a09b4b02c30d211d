package org.xstate.analysis.layout;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * The same components in both formats of an XSAVE area.
 *
 * @param standard  of XSAVE and XSAVEOPT: the user components
 * @param compacted of XSAVEC and XSAVES: all components
 */
public record Formats(XsaveLayout standard, XsaveLayout compacted) {

    public Formats {
        Objects.requireNonNull(standard);
        Objects.requireNonNull(compacted);
    }

    /** Of what is set in both masks, as far as the source describes it. */
    public static Formats of(XsaveCpu cpu, XFeatureMask xcr0, XFeatureMask xss) {
        return new Formats(standard(cpu, xcr0), compacted(cpu, xcr0.or(xss)));
    }

    /** Empty for a CPU of which nothing is known. */
    public static Optional<Formats> of(CpuLayout entry) {
        return entry.cpu().map(cpu -> of(cpu, entry.xcr0(), entry.xss()));
    }

    public XsaveLayout layout(XsaveLayout.Format format) {
        return format == XsaveLayout.Format.COMPACTED ? compacted : standard;
    }

    /** Of those components whose place the source tells. */
    static XsaveLayout standard(XsaveCpu cpu, XFeatureMask xcr0) {
        return XsaveLayout.standard(cpu, xcr0.andNot(cpu.undescribed(xcr0)));
    }

    /** The place of a component follows from the sizes of all before it: up to the first that the source does not describe. */
    static XsaveLayout compacted(XsaveCpu cpu, XFeatureMask mask) {
        long undescribed = cpu.undescribed(mask).bits();
        long below = Long.lowestOneBit(undescribed) - 1;
        return XsaveLayout.compacted(cpu, new XFeatureMask(mask.components().bits() & below));
    }
}
