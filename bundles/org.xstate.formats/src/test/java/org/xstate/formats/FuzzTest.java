package org.xstate.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.api.Severity;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.formats.image.ImageReaders;
import org.xstate.formats.image.Seeds;
import org.xstate.layout.cpuid.CpuidDocument;

/**
 * Damaged inputs, the same ones in every run. Nothing may escape as an exception, and what comes out stays within the
 * input. {@code -Dxstate.fuzz.iterations=N} sets their number for each kind of input.
 */
class FuzzTest {

    private static final int ITERATIONS = Integer.getInteger("xstate.fuzz.iterations", 10_000);
    /** Findings and records that a few kilobytes of input may give. */
    private static final int BOUND = 2_000;

    static List<Seeds.Seed> containers() {
        return Seeds.containers();
    }

    static List<Seeds.Seed> texts() {
        return Seeds.texts();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void damagedContainersGiveFindingsAndNoException(Seeds.Seed seed) {
        Random random = new Random(seed.name().hashCode());
        List<ImageReader> readers = ImageReaders.builtIn();
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] bytes = mutate(seed.bytes(), random);
            ImageSource source = new ImageSource(seed.name(), MemorySegment.ofArray(bytes).asReadOnly());
            check(bytes, ImageReaders.read(source, readers, Optional.empty()));
            check(bytes, ImageReaders.read(source, readers, Optional.of(seed.name())));
        }
    }

    private static void check(byte[] bytes, ReadResult result) {
        switch (result) {
            case ReadResult.Unusable unusable -> assertTrue(
                    unusable.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR));
            case ReadResult.Container container -> {
                assertTrue(container.findings().size() < BOUND);
                for (ImageRecord record : container.records()) {
                    assertTrue(record.area().byteSize() <= bytes.length);
                    assertEquals(record.format() == ImageRecord.AreaFormat.XSAVE,
                            record.area().byteSize() >= 576);
                    assertTrue(record.findings().size() < BOUND);
                    assertTrue(record.layout().size() <= 63);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void damagedTextsGiveFindingsAndNoException(Seeds.Seed seed) {
        Random random = new Random(seed.name().hashCode());
        for (int i = 0; i < ITERATIONS; i++) {
            byte[] bytes = mutate(seed.bytes(), random);
            CpuidDocument document = CpuidTexts.read(seed.name(), bytes);
            assertTrue(document.dumps().size() < BOUND && document.findings().size() < BOUND);
            assertFalse(document.dumps().isEmpty() && document.findings().isEmpty(),
                    () -> new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** Bit flips, bytes and words of extreme values, truncation, repetition, exchange of parts. */
    private static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && bytes.length > 8; i++) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 640));
            switch (random.nextInt(7)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3 -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(
                        Math.min(at, bytes.length - 4),
                        extreme(random));
                case 4 -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(
                        Math.min(at, bytes.length - 8),
                        random.nextBoolean() ? extreme(random) : random.nextLong());
                case 5 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    int length = Math.min(random.nextInt(64), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static int extreme(Random random) {
        int[] values = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffff, 1 << random.nextInt(31), 575,
            576};
        return values[random.nextInt(values.length)];
    }
}
