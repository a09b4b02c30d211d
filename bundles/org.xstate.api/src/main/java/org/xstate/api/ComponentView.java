package org.xstate.api;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One component of one image, as a decoder sees it. The bytes are those that the processor would load: where XSTATE_BV
 * is clear, the init state.
 */
@ProviderType
public interface ComponentView {

    ValueLayout.OfShort LE16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    ValueLayout.OfInt LE32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    ValueLayout.OfLong LE64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Where the component's value comes from. */
    enum State {
        /** XSTATE_BV[i] is 1: from the image. */
        IN_USE,
        /** XSTATE_BV[i] is 0: the initial configuration. */
        INIT,
        /** The image has no place for it. */
        ABSENT;

        /** The word used in output: {@code in-use}, {@code init}, {@code absent}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    XFeatureDescriptor descriptor();

    State state();

    /**
     * The component's bytes, read-only. Component 0 is the first 160 bytes that the legacy region gives it with MXCSR's
     * eight bytes in between as they stand; component 1 is bytes 160 to 415.
     */
    MemorySegment bytes();

    /** MXCSR and MXCSR_MASK (bytes 24 to 31 of the legacy region) belong to no component alone. Unsigned 64 bits, mask in the upper half. */
    long mxcsrAndMask();

    /**
     * Whether the image holds MXCSR_MASK at all: a compacted one does only with SSE in use. Where it does not, the upper half
     * of {@link #mxcsrAndMask()} is 0 and says nothing.
     */
    default boolean mxcsrMaskStored() {
        return true;
    }

    /** False for the image of a 32-bit task, where only the first eight vector registers mean anything. */
    default boolean mode64() {
        return true;
    }

    /** Another component of the same image, empty if the image has no place for it. */
    Optional<ComponentView> other(int number);

    /** Whether the component has these bytes: CPUID may give it fewer than the manual does. */
    default boolean covers(int offset, int width) {
        return offset + width <= bytes().byteSize();
    }

    /** Unsigned value of up to eight bytes, little-endian. */
    default long unsigned(int offset, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(bytes().get(ValueLayout.JAVA_BYTE, offset + i));
        }
        return value;
    }

    /** The bytes from {@code offset}, most significant first. */
    default byte[] bigEndian(int offset, int width) {
        byte[] out = new byte[width];
        for (int i = 0; i < width; i++) {
            out[width - 1 - i] = bytes().get(ValueLayout.JAVA_BYTE, offset + i);
        }
        return out;
    }
}
