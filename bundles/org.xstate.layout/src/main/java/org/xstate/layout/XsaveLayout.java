package org.xstate.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Where each component of a mask lies. Bytes 0 to 511 are the legacy region (components 0 and 1), 512 to 575 the header,
 * the extended region starts at 576 (SDM volume 1, section 13.4).
 */
public final class XsaveLayout {

    /** First byte of the XSAVE header. */
    public static final int HEADER_OFFSET = 512;
    /** Bytes of the XSAVE header. */
    public static final int HEADER_SIZE = 64;
    /** First byte of the extended region. */
    public static final int EXTENDED_OFFSET = 576;
    /** The two arrangements of the extended region. */
    public enum Format {
        /** Offsets from CPUID.(D,i).EBX. */
        STANDARD,
        /** Offsets follow from XCOMP_BV. */
        COMPACTED;

        /** The word used in output: {@code standard}, {@code compacted}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Format format;
    private final XFeatureMask mask;
    private final Map<Integer, Placement> placements;
    private final int size;

    private XsaveLayout(Format format, XFeatureMask mask, Map<Integer, Placement> placements) {
        this.format = format;
        this.mask = mask.components();
        this.placements = placements;
        this.size = placements.values().stream().mapToInt(Placement::end).max().orElse(0);
    }

    /**
     * The standard format with the user components of {@code mask}; supervisor components have no place in it.
     *
     * @throws IllegalArgumentException if a component's size is not known; ask {@link XsaveCpu#undescribed} first
     */
    public static XsaveLayout standard(XsaveCpu cpu, XFeatureMask mask) {
        Map<Integer, Placement> placements = legacy();
        for (int number : mask.components().andNot(XFeatureMask.LEGACY)) {
            ComponentInfo info = describe(cpu, number);
            if (!info.supervisor()) {
                placements.put(number, place(number, info.offset(), info.size()));
            }
        }
        return new XsaveLayout(Format.STANDARD, mask, placements);
    }

    /**
     * The compacted format for an XCOMP_BV: components in index order from byte 576, aligned to 64 where the CPU says so
     * (SDM volume 1, section 13.4.3). Bits 0, 1 and 63 have no effect on the layout.
     *
     * @throws IllegalArgumentException if a component's size is not known; ask {@link XsaveCpu#undescribed} first
     */
    public static XsaveLayout compacted(XsaveCpu cpu, XFeatureMask mask) {
        Map<Integer, Placement> placements = legacy();
        long next = EXTENDED_OFFSET;
        for (int number : mask.components().andNot(XFeatureMask.LEGACY)) {
            ComponentInfo info = describe(cpu, number);
            if (info.align64()) {
                next = next + 63 & ~63L;
            }
            placements.put(number, place(number, next, info.size()));
            next += info.size();
        }
        return new XsaveLayout(Format.COMPACTED, mask, placements);
    }

    /**
     * A standard-format layout told by the container itself, for the components it lists besides 0 and 1.
     *
     * @throws IllegalArgumentException if an entry is not a component from 2 to 62, comes twice, or is beyond any area
     */
    public static XsaveLayout ofPlacements(Iterable<Placement> listed) {
        Map<Integer, Placement> placements = legacy();
        long bits = XFeatureMask.LEGACY.bits();
        for (Placement placement : listed) {
            if (placement.number() < 2 || placement.number() > 62
                    || placements.containsKey(placement.number())) {
                throw new IllegalArgumentException(
                        "component %d cannot have a place, or has two".formatted(placement.number()));
            }
            placements.put(placement.number(),
                    place(placement.number(), placement.offset(), placement.size()));
            bits |= 1L << placement.number();
        }
        return new XsaveLayout(Format.STANDARD, new XFeatureMask(bits), placements);
    }

    private static ComponentInfo describe(XsaveCpu cpu, int number) {
        return cpu.component(number).orElseThrow(
                () -> new IllegalArgumentException("the size of component " + number + " is not known"));
    }

    private static Placement place(int number, long offset, int size) {
        if (offset < 0 || size < 0 || offset + size > ComponentInfo.LARGEST_END) {
            throw new IllegalArgumentException(
                    "component %d at %d with %d bytes is beyond any XSAVE area".formatted(number, offset,
                            size));
        }
        return new Placement(number, (int) offset, size);
    }

    private static Map<Integer, Placement> legacy() {
        Map<Integer, Placement> placements = new TreeMap<>();
        placements.put(0, new Placement(0, ComponentInfo.X87.offset(), ComponentInfo.X87.size()));
        placements.put(1, new Placement(1, ComponentInfo.SSE.offset(), ComponentInfo.SSE.size()));
        return placements;
    }

    public Format format() {
        return format;
    }

    public boolean isCompacted() {
        return format == Format.COMPACTED;
    }

    /** The components it was made for, without bit 63. */
    public XFeatureMask mask() {
        return mask;
    }

    /** Bytes of the whole area: at least 576. */
    public int size() {
        return Math.max(size, EXTENDED_OFFSET);
    }

    /** Where a component lies; 0 and 1 always have their place in the legacy region. */
    public Optional<Placement> placement(int number) {
        return Optional.ofNullable(placements.get(number));
    }

    /** By ascending number, 0 and 1 first. */
    public List<Placement> placements() {
        return List.copyOf(placements.values());
    }

    /** Gaps in the extended region, ascending: alignment padding, or components that the mask leaves out. */
    public List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        int next = EXTENDED_OFFSET;
        for (Placement placement : byOffset()) {
            if (placement.offset() > next) {
                holes.add(new Hole(next, placement.offset() - next));
            }
            next = Math.max(next, placement.end());
        }
        return holes;
    }

    /** The extended components in the order of their offsets, which need not be that of their numbers (APX). */
    public List<Placement> byOffset() {
        return placements.values().stream().filter(p -> p.number() > 1)
                .sorted(XsaveLayout::compareOffsets).toList();
    }

    /** Not made with Comparator.comparingInt: the JVM spins classes for that, at every start of a command. */
    private static int compareOffsets(Placement a, Placement b) {
        int byOffset = Integer.compare(a.offset(), b.offset());
        return byOffset == 0 ? Integer.compare(a.number(), b.number()) : byOffset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof XsaveLayout that && format == that.format && mask.equals(that.mask)
                && placements.equals(that.placements);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(format, mask, placements);
    }

    @Override
    public String toString() {
        return format.word() + " " + mask + " " + size() + " bytes";
    }
}
