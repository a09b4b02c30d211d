package org.xstate.isa;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * What never changes about a processor: its CPUID, the xfeatures' behaviour, and its policy. Immutable; machines share
 * it across threads.
 *
 * <p>A component whose size the CPUID source does not tell cannot be modelled: {@link #undescribed()} lists them, and
 * XSETBV and WRMSR refuse them with that reason.
 */
public final class ProcessorModel {

    /** XCOMP_BV values of one conformance run are few; a caller with more pays the computation each time. */
    private static final int CACHED_LAYOUTS = 4096;

    private final XsaveCpu cpu;
    private final FeatureCatalog catalog;
    private final ProcessorPolicy policy;
    private final ComponentModel[] components = new ComponentModel[64];
    private final int[] standardOffsets;
    private final Map<Long, int[]> compacted = new ConcurrentHashMap<>();
    private final long modelled;
    private final long disableable;
    private final long contentTracked;
    private final ProcessorPolicy.PointerWidths pointers;
    private final int registerBytes;

    private ProcessorModel(XsaveCpu cpu, FeatureCatalog catalog, ProcessorPolicy policy,
            AddressWidths widths) {
        this.cpu = Objects.requireNonNull(cpu);
        this.catalog = Objects.requireNonNull(catalog);
        this.policy = Objects.requireNonNull(policy);
        Map<Integer, ComponentInfo> known = new TreeMap<>(cpu.components());
        known.put(0, ComponentInfo.X87);
        known.put(1, ComponentInfo.SSE);
        long bits = 0;
        long xfd = 0;
        long content = 0;
        int next = 0;
        for (ComponentInfo info : known.values()) {
            components[info.number()] = new ComponentModel(info, next, catalog, widths);
            next += info.size();
            bits |= 1L << info.number();
            content |= components[info.number()].tracksByContent() ? 1L << info.number() : 0;
            xfd |= info.xfd() ? 1L << info.number() : 0;
        }
        this.modelled = bits;
        this.disableable = xfd;
        this.contentTracked = content;
        this.pointers = policy.pointers().on(widths);
        this.registerBytes = next;
        this.standardOffsets = offsets(XsaveLayout.standard(cpu, new XFeatureMask(bits)));
        compactedOffsets(bits);
    }

    /**
     * @param widths of addresses, which decide what the MSR-backed components take
     * @throws IllegalArgumentException if a provider contradicts itself about a component's size, or the sizes that
     *             CPUID gives are beyond any XSAVE area
     */
    public static ProcessorModel of(XsaveCpu cpu, FeatureCatalog catalog, ProcessorPolicy policy,
            AddressWidths widths) {
        return new ProcessorModel(cpu, catalog, policy, widths);
    }

    /** With addresses as wide as on any processor. */
    public static ProcessorModel of(XsaveCpu cpu, FeatureCatalog catalog, ProcessorPolicy policy) {
        return of(cpu, catalog, policy, AddressWidths.WIDEST);
    }

    /** With what is known of the vendor's hardware, and addresses as wide as on any processor. */
    public static ProcessorModel of(XsaveCpu cpu, FeatureCatalog catalog) {
        return of(cpu, catalog, ProcessorPolicy.of(cpu.identity()));
    }

    public XsaveCpu cpu() {
        return cpu;
    }

    public FeatureCatalog catalog() {
        return catalog;
    }

    public ProcessorPolicy policy() {
        return policy;
    }

    /** Components that CPUID enumerates without telling their size. */
    public XFeatureMask undescribed() {
        return cpu.all().andNot(modelled());
    }

    /** XCR0 bits that can be set. */
    public XFeatureMask xcr0Allowed() {
        return cpu.xcr0().and(new XFeatureMask(modelled));
    }

    /** IA32_XSS bits that can be set; none without XSAVES. */
    public XFeatureMask xssAllowed() {
        return cpu.features().xsaves() ? cpu.xss().and(new XFeatureMask(modelled)) : XFeatureMask.NONE;
    }

    /** IA32_XFD bits that can be set: CPUID.(D,i).ECX[2]; none without IA32_XFD. */
    public XFeatureMask xfdAllowed() {
        return cpu.features().xfd() ? cpu.all().and(new XFeatureMask(disableable)) : XFeatureMask.NONE;
    }

    /** Every component the processor has registers for. */
    XFeatureMask modelled() {
        return new XFeatureMask(modelled);
    }

    /** Components whose content decides on use, whatever the policy says of others. */
    long contentTracked() {
        return contentTracked;
    }

    /** How much of FIP and FDP is held, both in figures. */
    ProcessorPolicy.PointerWidths pointers() {
        return pointers;
    }

    ComponentModel component(int number) {
        return components[number];
    }

    /** @throws IllegalArgumentException for a component that this processor lacks */
    ComponentModel require(int number) {
        return Optional.ofNullable(number < 0 || number > 63 ? null : components[number]).orElseThrow(
                () -> new IllegalArgumentException(
                        "the processor has no registers for component " + number));
    }

    int registerBytes() {
        return registerBytes;
    }

    int[] standardOffsets() {
        return standardOffsets;
    }

    /** Offsets by component number for an XCOMP_BV whose components are all modelled. */
    int[] compactedOffsets(long xcompBv) {
        long key = xcompBv & Long.MAX_VALUE;
        int[] cached = compacted.get(key);
        if (cached != null) {
            return cached;
        }
        int[] computed = offsets(XsaveLayout.compacted(cpu, new XFeatureMask(key)));
        if (compacted.size() < CACHED_LAYOUTS) {
            compacted.put(key, computed);
        }
        return computed;
    }

    private static int[] offsets(XsaveLayout layout) {
        int[] offsets = new int[64];
        for (Placement placement : layout.placements()) {
            offsets[placement.number()] = placement.offset();
        }
        return offsets;
    }
}
