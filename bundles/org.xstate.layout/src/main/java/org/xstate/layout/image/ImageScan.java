package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/**
 * Looks over many images of one layout where they lie: bounds, header, and which components are in use by their content,
 * from every byte of every component. Nothing is copied, nothing is allocated for an image. Immutable; any number of threads
 * may use one.
 *
 * <p>XSTATE_BV is not believed here: a component counts as in use if initialising it would change a register. MXCSR counts
 * for SSE when it is not 1F80, as for XSAVEC and XGETBV with ECX = 1.
 */
public final class ImageScan {

    /** In the result of {@link #scan(MemorySegment, long)}: a restore would refuse the header, or memory ends too early. */
    public static final long REFUSED = 1L << 63;

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BYTES_AS_WORD = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final int MXCSR_INIT = 0x1f80;
    /** Words of a vector register bank's worth, and of one cache line. */
    private static final int LONG_BLOCK = 32;
    private static final int SHORT_BLOCK = 8;
    /** Sets of so many components are counted in one table of at most 4096 entries. */
    private static final int MOST_COUNTED_TOGETHER = 12;
    /** Bytes 24 to 31 belong to no component alone. */
    private static final int AFTER_MXCSR = XsaveImage.MXCSR + 8;

    private final int size;
    private final boolean compacted;
    private final long mask;
    private final long xcompBv;
    // one entry for each run of bytes that are zero in the initial configuration: plain arrays keep the loop over them free
    // of loads through objects
    private final int legacyRuns;
    private final int[] zeroOffset;
    private final int[] zeroWords;
    private final long[] zeroBit;
    private final int[] wordOffset;
    private final long[] wordInit;
    private final long[] wordBit;
    private final Other[] others;

    /** Bytes whose initial configuration is not zero, or that are no whole number of 8-byte words. */
    private record Other(int offset, byte[] init, long bit) {
        /** 0 if the image has the initial bytes. */
        long difference(MemorySegment memory, long image) {
            long difference = 0;
            int i = 0;
            for (; i + Long.BYTES <= init.length; i += Long.BYTES) {
                difference |= memory.get(WORD, image + offset + i) ^ (long) BYTES_AS_WORD.get(init, i);
            }
            for (; i < init.length; i++) {
                difference |= memory.get(ValueLayout.JAVA_BYTE, image + offset + i) ^ init[i];
            }
            return difference;
        }
    }

    /**
     * What a run over many images found.
     *
     * @param images   how many were looked at
     * @param refused  how many a restore would refuse, or lie beyond the memory's end
     * @param unmarked how many hold state in use whose XSTATE_BV bit is clear: a restore drops it. Ordinary memory reuse looks
     *                 the same, because XSAVEC, XSAVES and XSAVEOPT leave the old bytes of components in init
     * @param inUse    how many have the component in use, by component number; none for a component never seen in use
     */
    public record Totals(long images, long refused, long unmarked, Map<Integer, Long> inUse) {
        public Totals {
            inUse = Map.copyOf(inUse);
        }
    }

    private ImageScan(XsaveLayout layout, FeatureCatalog catalog) {
        size = layout.size();
        compacted = layout.isCompacted();
        mask = layout.mask().or(XFeatureMask.LEGACY).bits();
        xcompBv = layout.mask().or(XFeatureMask.COMPACTION).bits();
        List<Placement> zero = new ArrayList<>();
        List<Other> rest = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            byte[] init = catalog.hardwareInit(placement.number(), placement.size());
            if (placement.number() == 0) {
                pieces(placement.offset(), Arrays.copyOf(init, XsaveImage.MXCSR), 0, zero, rest);
                pieces(placement.offset() + AFTER_MXCSR, Arrays.copyOfRange(init, AFTER_MXCSR, init.length),
                        0,
                        zero, rest);
            } else {
                pieces(placement.offset(), init, placement.number(), zero, rest);
            }
        }
        zero.sort(Comparator.comparingInt(Placement::offset));
        legacyRuns = (int) zero.stream().filter(p -> p.offset() < XsaveLayout.HEADER_OFFSET).count();
        zeroOffset = zero.stream().mapToInt(Placement::offset).toArray();
        zeroWords = zero.stream().mapToInt(p -> p.size() / Long.BYTES).toArray();
        zeroBit = zero.stream().mapToLong(p -> 1L << p.number()).toArray();
        List<Other> words = rest.stream().filter(other -> other.init().length == Long.BYTES).toList();
        wordOffset = words.stream().mapToInt(Other::offset).toArray();
        wordInit = words.stream().mapToLong(other -> (long) BYTES_AS_WORD.get(other.init(), 0)).toArray();
        wordBit = words.stream().mapToLong(Other::bit).toArray();
        rest.removeAll(words);
        others = rest.toArray(Other[]::new);
    }

    /** Splits a run at the last byte that is not zero initially, up to a whole word, and before an incomplete last word. */
    private static void pieces(int offset, byte[] init, int number, List<Placement> zero, List<Other> rest) {
        int head = init.length;
        while (head > 0 && init[head - 1] == 0) {
            head--;
        }
        head = Math.min(head + Long.BYTES - 1 & -Long.BYTES, init.length);
        int words = (init.length - head) / Long.BYTES;
        int tail = head + words * Long.BYTES;
        if (head > 0) {
            rest.add(new Other(offset, Arrays.copyOf(init, head), 1L << number));
        }
        if (words > 0) {
            zero.add(new Placement(number, offset + head, words * Long.BYTES));
        }
        if (tail < init.length) {
            rest.add(new Other(offset + tail, Arrays.copyOfRange(init, tail, init.length), 1L << number));
        }
    }

    /** For images with the given layout, whose init states come from the catalog. */
    public static ImageScan of(XsaveLayout layout, FeatureCatalog catalog) {
        return new ImageScan(layout, catalog);
    }

    /** Bytes that an image needs. */
    public int imageSize() {
        return size;
    }

    /**
     * Looks at one image.
     *
     * @param at bytes from the start of {@code memory} to the image; any alignment
     * @return bit i: component i is in use by content; {@link #REFUSED} may be set too, alone if memory ends before the image
     */
    public long scan(MemorySegment memory, long at) {
        if (at < 0 || at > memory.byteSize() - size) {
            return REFUSED;
        }
        // memory is read upwards, as prefetchers like it: legacy region, header, extended region
        long found = flag((int) memory.get(WORD, at + XsaveImage.MXCSR) ^ MXCSR_INIT, 1L << 1);
        for (int i = 0; i < legacyRuns; i++) {
            found |= flag(any(memory, at + zeroOffset[i], zeroWords[i]), zeroBit[i]);
        }
        found |= headerFits(memory, at) ? 0 : REFUSED;
        for (int i = legacyRuns; i < zeroOffset.length; i++) {
            found |= flag(any(memory, at + zeroOffset[i], zeroWords[i]), zeroBit[i]);
        }
        for (int i = 0; i < wordOffset.length; i++) {
            found |= flag(memory.get(WORD, at + wordOffset[i]) ^ wordInit[i], wordBit[i]);
        }
        for (Other other : others) {
            found |= flag(other.difference(memory, at), other.bit());
        }
        return found;
    }

    /**
     * Looks at {@code count} images.
     *
     * @param first  bytes from the start of {@code memory} to the first image
     * @param stride bytes from one image to the next
     */
    public Totals scan(MemorySegment memory, long first, long stride, long count) {
        long refused = 0;
        long unmarked = 0;
        long[] inUse = new long[Long.SIZE];
        // images differ at random: what they hold is counted without a branch that depends on it
        boolean fewComponents = Long.bitCount(mask) <= MOST_COUNTED_TOGETHER;
        long[] together = new long[fewComponents ? 1 << Long.bitCount(mask) : 0];
        for (long i = 0; i < count; i++) {
            long at = first + i * stride;
            long found = scan(memory, at);
            refused += found >>> 63;
            long left = found & ~REFUSED;
            unmarked += left == 0 ? 0 : flag(left & ~memory.get(WORD, at + XsaveImage.XSTATE_BV), 1);
            if (fewComponents) {
                together[(int) Long.compress(left, mask)]++;
            } else {
                count(left, 1, inUse);
            }
        }
        for (int set = 0; set < together.length; set++) {
            count(Long.expand(set, mask), together[set], inUse);
        }
        Map<Integer, Long> byNumber = new TreeMap<>();
        for (int number = 0; number < inUse.length; number++) {
            if (inUse[number] > 0) {
                byNumber.put(number, inUse[number]);
            }
        }
        return new Totals(count, refused, unmarked, byNumber);
    }

    private static void count(long components, long images, long[] inUse) {
        for (long left = components; left != 0; left &= left - 1) {
            inUse[Long.numberOfTrailingZeros(left)] += images;
        }
    }

    /** {@code bit} if the value is not 0, else 0; without a branch. */
    private static long flag(long value, long bit) {
        return (value | -value) >> 63 & bit;
    }

    /**
     * The header rules of XRSTOR in the standard format and of XRSTOR and XRSTORS in the compacted one (SDM volume 1, sections
     * 13.8 and 13.12), with exactly the layout's components as XCOMP_BV in the latter.
     */
    private boolean headerFits(MemorySegment memory, long at) {
        long header = at + XsaveLayout.HEADER_OFFSET;
        long xstateBv = memory.get(WORD, header);
        long told = memory.get(WORD, header + 8);
        if (!compacted) {
            return ((xstateBv & ~mask) | told | memory.get(WORD, header + 16)) == 0;
        }
        return (xstateBv & ~told) == 0 && xstateBv >= 0 && told == xcompBv
                && any(memory, header + 16, (XsaveLayout.HEADER_SIZE - 16) / Long.BYTES) == 0;
    }

    /**
     * Whether any of the words has a bit set, straight on without an early exit. Blocks are slices of a fixed length with a
     * loop of fixed length over each: the form that the JVM turns into vector instructions.
     */
    private static long any(MemorySegment memory, long from, int words) {
        long any = 0;
        int i = 0;
        for (; i + LONG_BLOCK <= words; i += LONG_BLOCK) {
            any |= longBlock(memory, from + (long) Long.BYTES * i);
        }
        for (; i + SHORT_BLOCK <= words; i += SHORT_BLOCK) {
            any |= shortBlock(memory, from + (long) Long.BYTES * i);
        }
        for (; i < words; i++) {
            any |= memory.get(WORD, from + (long) Long.BYTES * i);
        }
        return any;
    }

    /** Makes the slice itself, so that it is never allocated, whether or not the JVM inlines this. */
    private static long longBlock(MemorySegment memory, long from) {
        MemorySegment block = memory.asSlice(from, Long.BYTES * LONG_BLOCK);
        long any = 0;
        for (int i = 0; i < LONG_BLOCK; i++) {
            any |= block.get(WORD, (long) Long.BYTES * i);
        }
        return any;
    }

    /** See {@link #longBlock}. */
    private static long shortBlock(MemorySegment memory, long from) {
        MemorySegment block = memory.asSlice(from, Long.BYTES * SHORT_BLOCK);
        long any = 0;
        for (int i = 0; i < SHORT_BLOCK; i++) {
            any |= block.get(WORD, (long) Long.BYTES * i);
        }
        return any;
    }
}
