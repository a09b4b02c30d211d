package org.xstate.isa.host.internal;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * What cases for this machine may use.
 *
 * @param cpu     from its CPUID
 * @param widths  of its addresses, from CPUID.80000008H:EAX
 * @param catalog for initial values, the behaviour of components, and names
 * @param xcr0    from XGETBV(0)
 * @param usable  components whose registers a case may load: those that are safe and that the kernel permits
 */
record HostProfile(XsaveCpu cpu, AddressWidths widths, FeatureCatalog catalog, XFeatureMask xcr0,
        XFeatureMask usable) {

    HostProfile {
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(widths);
        Objects.requireNonNull(catalog);
    }

    /**
     * Those of the components that the core knows, and those whose providers have states for trials.
     *
     * @param granted whether the kernel has granted this process what {@link #onDemand} names
     */
    static HostProfile of(XsaveCpu cpu, AddressWidths widths, FeatureCatalog catalog, XFeatureMask xcr0,
            boolean granted) {
        XFeatureMask harmless = XFeatureMask.of(0, 1, 2);
        for (int number : xcr0) {
            harmless = trial(catalog, number).isPresent() ? harmless.with(number) : harmless;
        }
        XFeatureMask usable = xcr0.and(harmless).andNot(cpu.undescribed(xcr0));
        return new HostProfile(cpu, widths, catalog, xcr0,
                granted ? usable : usable.andNot(onDemand(cpu, catalog, xcr0)));
    }

    /** Components that a process has to ask the kernel for (XFD disables them), and those that are enabled with them. */
    static XFeatureMask onDemand(XsaveCpu cpu, FeatureCatalog catalog, XFeatureMask xcr0) {
        XFeatureMask mask = XFeatureMask.NONE;
        for (int number : xcr0) {
            if (cpu.component(number).filter(ComponentInfo::xfd).isPresent()) {
                mask = mask.with(number).or(catalog.descriptor(number).map(XFeatureDescriptor::together)
                        .orElse(XFeatureMask.NONE));
            }
        }
        return mask;
    }

    /** Those of the usable components that a process has to ask for. */
    XFeatureMask onDemand() {
        return usable.and(onDemand(cpu, catalog, xcr0));
    }

    Optional<TrialState> trial(int number) {
        return trial(catalog, number);
    }

    private static Optional<TrialState> trial(FeatureCatalog catalog, int number) {
        return catalog.provider(number).flatMap(XFeatureProvider::trialState);
    }

    /** Bytes of the largest area in either format with everything that XCR0 enables. */
    static int areaSize(XsaveCpu cpu, XFeatureMask xcr0) {
        XFeatureMask known = xcr0.components().andNot(cpu.undescribed(xcr0));
        int computed = Math.max(XsaveLayout.standard(cpu, known).size(),
                XsaveLayout.compacted(cpu, known).size());
        return Math.max(computed, cpu.enabledSize().orElse(0)) + 63 & ~63;
    }

    XsaveLayout standard(XFeatureMask mask) {
        return XsaveLayout.standard(cpu, mask);
    }

    XsaveLayout compacted(XFeatureMask mask) {
        return XsaveLayout.compacted(cpu, mask);
    }

    /** Bytes that hold {@code mask} in either format, a multiple of 64. */
    int areaSize(XFeatureMask mask) {
        return Math.max(standard(mask).size(), compacted(mask).size()) + 63 & ~63;
    }
}
