package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.xstate.api.ComponentView;

/** Little-endian numbers out of memory, unsigned where the next larger type holds them. */
public final class Bytes {

    private Bytes() {
    }

    public static int u8(MemorySegment memory, long offset) {
        return Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, offset));
    }

    public static int u16(MemorySegment memory, long offset) {
        return Short.toUnsignedInt(memory.get(ComponentView.LE16, offset));
    }

    /** 32 bits, zero-extended. */
    public static long u32(MemorySegment memory, long offset) {
        return Integer.toUnsignedLong(memory.get(ComponentView.LE32, offset));
    }

    /** 64 bits; the top bit makes it negative. */
    public static long u64(MemorySegment memory, long offset) {
        return memory.get(ComponentView.LE64, offset);
    }

    /** Whether the bytes {@code from} to {@code to} (exclusive) are all zero. */
    public static boolean zero(MemorySegment memory, long from, long to) {
        for (long i = from; i < to; i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Up to {@code length} bytes from {@code offset}, fewer where the memory ends. */
    public static MemorySegment cut(MemorySegment memory, long offset, long length) {
        long start = Math.min(offset, memory.byteSize());
        return memory.asSlice(start, Math.min(length, memory.byteSize() - start));
    }
}
