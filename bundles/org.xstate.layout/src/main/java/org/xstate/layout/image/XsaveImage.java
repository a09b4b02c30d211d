package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/**
 * An XSAVE area: a view over memory, wherever that is (heap, mapped file, off-heap). Nothing is copied; writing through
 * it changes the memory.
 */
public final class XsaveImage {

    /** Little-endian, any alignment. */
    public static final ValueLayout.OfShort LE16 = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    /** See {@link #LE16}. */
    public static final ValueLayout.OfInt LE32 = ValueLayout.JAVA_INT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    /** See {@link #LE16}. */
    public static final ValueLayout.OfLong LE64 = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Byte offset of XSTATE_BV. */
    public static final int XSTATE_BV = 512;
    /** Byte offset of XCOMP_BV. */
    public static final int XCOMP_BV = 520;
    /** Byte offset of MXCSR. */
    public static final int MXCSR = 24;
    /** Byte offset of MXCSR_MASK. */
    public static final int MXCSR_MASK = 28;
    /** Byte offset of the bytes that are free for software (464 to 511). */
    public static final int SOFTWARE = 464;

    private final MemorySegment area;
    private final XsaveLayout layout;

    private XsaveImage(MemorySegment area, XsaveLayout layout) {
        this.area = area;
        this.layout = layout;
    }

    /**
     * Looks at {@code area} with the given layout. The area may be shorter than the layout: what lies beyond its end is
     * absent.
     *
     * @throws IllegalArgumentException if the area is shorter than the 576 bytes of legacy region and header
     */
    public static XsaveImage of(MemorySegment area, XsaveLayout layout) {
        if (area.byteSize() < XsaveLayout.EXTENDED_OFFSET) {
            throw new IllegalArgumentException(
                    "an XSAVE area has at least 576 bytes, this one " + area.byteSize());
        }
        return new XsaveImage(area, layout);
    }

    /** XCOMP_BV of an area whose layout is not known yet. */
    public static XFeatureMask xcompBv(MemorySegment area) {
        return new XFeatureMask(area.get(LE64, XCOMP_BV));
    }

    /** XSTATE_BV of an area whose layout is not known yet. */
    public static XFeatureMask xstateBv(MemorySegment area) {
        return new XFeatureMask(area.get(LE64, XSTATE_BV));
    }

    public MemorySegment area() {
        return area;
    }

    public XsaveLayout layout() {
        return layout;
    }

    public XFeatureMask xstateBv() {
        return xstateBv(area);
    }

    public XFeatureMask xcompBv() {
        return xcompBv(area);
    }

    /** MXCSR as stored. */
    public int mxcsr() {
        return area.get(LE32, MXCSR);
    }

    /** MXCSR_MASK as stored. */
    public int mxcsrMask() {
        return area.get(LE32, MXCSR_MASK);
    }

    /** The bytes of a component, in place; empty if the layout has no place for it or the area ends before it does. */
    public Optional<MemorySegment> component(int number) {
        return layout.placement(number).filter(p -> p.end() <= area.byteSize())
                .map(p -> area.asSlice(p.offset(), p.size()));
    }

    /** XSTATE_BV[number]: the component's value is in the image; otherwise it is in its initial configuration. */
    public boolean inUse(int number) {
        return xstateBv().has(number);
    }
}
