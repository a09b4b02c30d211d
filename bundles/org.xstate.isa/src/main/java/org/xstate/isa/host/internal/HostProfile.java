package org.xstate.isa.host.internal;

import java.util.Objects;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
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

    static final int XTILECFG = 17;
    static final int XTILEDATA = 18;
    /** 8 KB of tiles: left out of most cases for speed. */
    static final XFeatureMask AMX = XFeatureMask.of(XTILECFG, XTILEDATA);
    /**
     * Components whose values can do no harm while a case runs: x87, SSE, AVX, AVX-512, AMX, APX. Not PKRU, which may lock
     * the process out of its own memory, not MPX and LWP, which change what later instructions do.
     */
    private static final XFeatureMask HARMLESS = XFeatureMask.of(0, 1, 2, 5, 6, 7, XTILECFG, XTILEDATA, 19);

    HostProfile {
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(widths);
        Objects.requireNonNull(catalog);
    }

    /** @param amx whether the kernel has granted this process XTILEDATA */
    static HostProfile of(XsaveCpu cpu, AddressWidths widths, FeatureCatalog catalog, XFeatureMask xcr0,
            boolean amx) {
        XFeatureMask harmless = amx ? HARMLESS : HARMLESS.andNot(AMX);
        return new HostProfile(cpu, widths, catalog, xcr0, xcr0.and(harmless).andNot(cpu.undescribed(xcr0)));
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

    boolean has(int number) {
        return usable.has(number);
    }
}
