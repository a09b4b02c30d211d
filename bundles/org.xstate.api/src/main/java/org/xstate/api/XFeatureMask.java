package org.xstate.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * A state-component bitmap: XCR0, IA32_XSS, XSTATE_BV, XCOMP_BV, RFBM. Bit <i>i</i> stands for state component
 * <i>i</i> (Intel SDM volume 1, section 13.1, "XSAVE-supported features and state-component bitmaps").
 *
 * <p>Bits 0 to 62 are components. Bit 63 is kept as it comes, because XCOMP_BV carries the compaction flag there;
 * {@link #components()} leaves it out.
 *
 * @param bits the 64 bits, unsigned
 */
public record XFeatureMask(long bits) implements Iterable<Integer> {

    /** No component. */
    public static final XFeatureMask NONE = new XFeatureMask(0);
    /** XCOMP_BV[63]: the image has the compacted format. */
    public static final XFeatureMask COMPACTION = new XFeatureMask(1L << 63);
    /** Components 0 and 1, which live in the legacy region in either format. */
    public static final XFeatureMask LEGACY = new XFeatureMask(3);

    // Written out: the JVM builds a record's own equals and hashCode at run time, which took a fifth of a short command.

    @Override
    public boolean equals(Object other) {
        return other instanceof XFeatureMask mask && bits == mask.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    /** A mask of the components with the given numbers, each 0 to 63. */
    public static XFeatureMask of(int... numbers) {
        long bits = 0;
        for (int number : numbers) {
            bits |= bit(number);
        }
        return new XFeatureMask(bits);
    }

    /** A mask from the register pair EDX:EAX, as CPUID and XGETBV give it. */
    public static XFeatureMask ofPair(int edx, int eax) {
        return new XFeatureMask((long) edx << 32 | Integer.toUnsignedLong(eax));
    }

    /**
     * Parses what an engineer types: hexadecimal with {@code 0x}, or decimal.
     *
     * @throws NumberFormatException if it is neither, or does not fit 64 bits
     */
    public static XFeatureMask parse(String text) {
        String digits = text.strip().replace("_", "");
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return new XFeatureMask(Long.parseUnsignedLong(digits.substring(2), 16));
        }
        return new XFeatureMask(Long.parseUnsignedLong(digits));
    }

    private static long bit(int number) {
        if (number < 0 || number > 63) {
            throw new IllegalArgumentException("state component " + number + " is not in 0..63");
        }
        return 1L << number;
    }

    /** Whether bit {@code number} (0 to 63) is set. */
    public boolean has(int number) {
        return (bits & bit(number)) != 0;
    }

    /** Whether every bit of {@code other} is set here too. */
    public boolean hasAll(XFeatureMask other) {
        return (other.bits & ~bits) == 0;
    }

    /** Whether at least one bit of {@code other} is set here too. */
    public boolean hasAny(XFeatureMask other) {
        return (other.bits & bits) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public XFeatureMask with(int number) {
        return new XFeatureMask(bits | bit(number));
    }

    public XFeatureMask without(int number) {
        return new XFeatureMask(bits & ~bit(number));
    }

    public XFeatureMask or(XFeatureMask other) {
        return new XFeatureMask(bits | other.bits);
    }

    public XFeatureMask and(XFeatureMask other) {
        return new XFeatureMask(bits & other.bits);
    }

    public XFeatureMask andNot(XFeatureMask other) {
        return new XFeatureMask(bits & ~other.bits);
    }

    /** The component bits 0 to 62, without the compaction flag. */
    public XFeatureMask components() {
        return without(63);
    }

    /** How many bits are set. */
    public int count() {
        return Long.bitCount(bits);
    }

    /** The numbers of the set bits, ascending. */
    public IntStream numbers() {
        return IntStream.range(0, 64).filter(number -> (bits >>> number & 1) != 0);
    }

    /** The numbers of the set bits, ascending. */
    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<>() {
            private long left = bits;

            @Override
            public boolean hasNext() {
                return left != 0;
            }

            @Override
            public Integer next() {
                if (left == 0) {
                    throw new NoSuchElementException();
                }
                int number = Long.numberOfTrailingZeros(left);
                left &= left - 1;
                return number;
            }
        };
    }

    /** Lower-case hexadecimal with {@code 0x} and no leading zeros, as the kernel logs masks. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(bits);
    }
}
