package org.xstate.analysis.convert;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * What an image is to become.
 *
 * @param format       the wanted format
 * @param cpu          the CPU whose layout it gets; without one a standard image keeps its own offsets, and a compacted
 *                     image gets the manual's sizes
 * @param xcr0         user components with a place; without: everything that the CPU enumerates for the standard format,
 *                     what is in use for the compacted one
 * @param xss          supervisor components with a place, in the compacted format
 * @param settings     fields to change, in order
 * @param drop         components that are to be in their initial configuration afterwards
 * @param lossy        whether state may be lost that has no place in the result
 * @param softwareMask whether byte 464 gets the mask of the user components, as in a core note or a KVM buffer
 */
public record ConversionRequest(XsaveLayout.Format format, Optional<XsaveCpu> cpu,
        Optional<XFeatureMask> xcr0,
        Optional<XFeatureMask> xss, List<FieldSetting> settings, XFeatureMask drop, boolean lossy,
        boolean softwareMask) {

    public ConversionRequest {
        Objects.requireNonNull(format);
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(xcr0);
        Objects.requireNonNull(xss);
        settings = List.copyOf(settings);
        Objects.requireNonNull(drop);
    }

    /** Only another format. */
    public static ConversionRequest to(XsaveLayout.Format format, Optional<XsaveCpu> cpu) {
        return new ConversionRequest(format, cpu, Optional.empty(), Optional.empty(), List.of(),
                XFeatureMask.NONE, false, false);
    }

    /** The components that the settings bring into use. */
    public XFeatureMask marked() {
        return settings.stream().map(FieldSetting::marked).reduce(XFeatureMask.NONE, XFeatureMask::or);
    }
}
