package org.xstate.formats.image;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** Small things that the tests of readers share. */
final class Inputs {

    private Inputs() {
    }

    static ImageSource source(byte[] bytes) {
        return new ImageSource("test", MemorySegment.ofArray(bytes).asReadOnly());
    }

    static ReadResult read(byte[] bytes) {
        return ImageReaders.read(source(bytes), ImageReaders.builtIn(), Optional.empty());
    }

    static ReadResult read(byte[] bytes, String kind) {
        return ImageReaders.read(source(bytes), ImageReaders.builtIn(), Optional.of(kind));
    }

    static ReadResult.Container container(byte[] bytes) {
        return (ReadResult.Container) read(bytes);
    }

    static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    static List<String> ids(ImageRecord record) {
        return ids(record.findings());
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A standard image of {@code size} bytes as the kernel writes it: control words of a running task, XMM registers that
     * differ, XSTATE_BV, and {@code features} at byte 464 unless it is 0.
     */
    static byte[] image(int size, long inUse, long features) {
        byte[] bytes = new byte[size];
        ByteBuffer buffer = little(bytes);
        buffer.putShort(0, (short) 0x37f).putInt(24, 0x1f80).putInt(28, 0x2ffff);
        for (int i = 0; i < 256; i++) {
            bytes[160 + i] = (byte) (i * 7 + 1);
        }
        if (features != 0) {
            buffer.putLong(464, features);
        }
        if (size >= 520) {
            buffer.putLong(512, inUse);
        }
        return bytes;
    }

    /** The frame of a signal: the image with magic numbers and sizes, {@code size} bytes of XSAVE area. */
    static byte[] frame64(int size, long features) {
        byte[] bytes = Arrays.copyOf(image(size, features, 0), size + 4);
        little(bytes).putInt(464, 0x46505853).putInt(468, size + 4).putLong(472, features).putInt(480, size)
                .putInt(size, 0x46505845);
        return bytes;
    }

    /** The same of a 32-bit task: FSAVE block first, its tag word empty and its control words as the image's. */
    static byte[] frame32(int size, long features) {
        byte[] inner = frame64(size, features);
        little(inner).putInt(468, size + 4 + 112);
        byte[] bytes = new byte[112 + inner.length];
        System.arraycopy(fsave(), 0, bytes, 0, 108);
        System.arraycopy(inner, 0, bytes, 112, inner.length);
        return bytes;
    }

    /** FSAVE of an x87 in its initial state, the upper halves set as Linux does. */
    static byte[] fsave() {
        byte[] bytes = new byte[108];
        little(bytes).putInt(0, 0xffff037f).putInt(4, 0xffff0000).putInt(8, 0xffffffff).putInt(24,
                0xffff0000);
        return bytes;
    }
}
