package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.mask;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.layout.XsaveLayout;

class XsaveImageTest {

    private static final XsaveLayout LAYOUT = XsaveLayout.standard(cpu("zen3"), mask(0x207));

    private static void assertViews(MemorySegment area) {
        XsaveImage image = XsaveImage.of(area, LAYOUT);
        area.set(XsaveImage.LE64, 512, 0x204);
        area.set(XsaveImage.LE64, 520, 1L << 63 | 0x207);
        area.set(XsaveImage.LE32, 24, 0x9fc5);
        area.set(XsaveImage.LE32, 28, 0x2ffff);
        area.set(ValueLayout.JAVA_BYTE, 831, (byte) 0x5a);
        assertEquals(0x204, image.xstateBv().bits());
        assertEquals(1L << 63 | 0x207, image.xcompBv().bits());
        assertEquals(0x9fc5, image.mxcsr());
        assertEquals(0x2ffff, image.mxcsrMask());
        assertTrue(image.inUse(2));
        assertFalse(image.inUse(0));
        MemorySegment avx = image.component(2).orElseThrow();
        assertEquals(256, avx.byteSize());
        assertEquals(0x5a, avx.get(ValueLayout.JAVA_BYTE, 255));
        assertEquals(area.address() + 576, avx.address());
        if (!area.isReadOnly()) {
            avx.set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
            assertEquals(7, area.get(ValueLayout.JAVA_BYTE, 576));
        }
        assertSame(area, image.area());
        assertSame(LAYOUT, image.layout());
    }

    @Test
    void itLooksIntoHeapMemory() {
        assertViews(MemorySegment.ofArray(new byte[2440]));
        assertViews(MemorySegment.ofArray(new byte[2443]).asSlice(3));
    }

    @Test
    void itLooksIntoMemoryOutsideTheHeap() {
        try (Arena arena = Arena.ofConfined()) {
            assertViews(arena.allocate(2440, 64));
        }
    }

    @Test
    void itLooksIntoAMappedFileAndWritesThrough(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("area"), new byte[4096]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            assertViews(channel.map(FileChannel.MapMode.READ_WRITE, 8, 2440, arena));
        }
        byte[] written = Files.readAllBytes(file);
        assertEquals(7, written[8 + 576]);
        assertEquals(0x5a, written[8 + 831]);
    }

    @Test
    void aComponentBeyondTheEndIsAbsentAndOneThatEndsThereIsNot() {
        assertTrue(XsaveImage.of(MemorySegment.ofArray(new byte[832]), LAYOUT).component(2).isPresent());
        assertTrue(XsaveImage.of(MemorySegment.ofArray(new byte[831]), LAYOUT).component(2).isEmpty());
        assertTrue(XsaveImage.of(MemorySegment.ofArray(new byte[2440]), LAYOUT).component(5).isEmpty());
    }

    @Test
    void anAreaHasAtLeast576Bytes() {
        MemorySegment small = MemorySegment.ofArray(new byte[575]);
        assertThrows(IllegalArgumentException.class, () -> XsaveImage.of(small, LAYOUT));
        assertEquals(0, XsaveImage.of(MemorySegment.ofArray(new byte[576]), LAYOUT).xstateBv().bits());
    }
}
