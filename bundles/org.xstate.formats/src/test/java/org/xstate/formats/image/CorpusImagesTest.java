package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.ComponentView;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;
import org.xstate.formats.Corpus;

/** Recorded containers. What threads held is known from what they read back themselves before they were dumped. */
class CorpusImagesTest {

    private static final Pattern PAIR = Pattern.compile("\"(\\w+)\":\\s*\"?([0-9a-fx]+)\"?");

    private static ReadResult.Container read(String file) {
        return Inputs.container(Corpus.bytes("images/" + file));
    }

    /** The threads of an expected.json, as text values: flat objects of numbers and hexadecimal strings. */
    private static List<Map<String, String>> expected(String file) {
        List<Map<String, String>> threads = new ArrayList<>();
        for (String object : new String(Corpus.bytes("images/" + file), StandardCharsets.UTF_8)
                .split("\\{")) {
            Map<String, String> values = new LinkedHashMap<>();
            Matcher matcher = PAIR.matcher(object);
            while (matcher.find()) {
                values.put(matcher.group(1), matcher.group(2));
            }
            if (!values.isEmpty()) {
                threads.add(values);
            }
        }
        return threads;
    }

    private static String bigEndian(MemorySegment area, long offset, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[width - 1 - i] = area.get(ValueLayout.JAVA_BYTE, offset + i);
        }
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct64-threads", "ct64-noteonly"})
    void everyThreadOfARecordedCoreHoldsItsRegisters(String name) {
        ReadResult.Container core = read(name + ".core");
        List<Map<String, String>> threads = expected(name + ".expected.json");
        assertEquals(6, threads.size());
        assertEquals("ELF64 core, 6 threads", core.about());
        assertEquals(List.of(), core.findings());
        for (Map<String, String> thread : threads) {
            ImageRecord record = core.records().stream()
                    .filter(r -> r.lwp().getAsLong() == Long.parseLong(thread.get("lwp"))).findFirst()
                    .orElseThrow();
            MemorySegment area = record.area();
            assertEquals(832, area.byteSize());
            assertEquals(List.of(new LayoutEntry(2, 256, 576, 0)), record.layout());
            assertEquals(new XFeatureMask(7), record.features());
            assertEquals(thread.get("kind").equals("4") ? List.of("core-fpregs-mxcsr") : List.of(),
                    Inputs.ids(record));
            assertEquals(Long.decode(thread.get("xstate_bv")), area.get(ComponentView.LE64, 512));
            assertEquals(Integer.parseInt(thread.get("fcw")), area.get(ComponentView.LE16, 0));
            assertEquals(thread.get("abridged_ftw"),
                    Integer.toString(Byte.toUnsignedInt(area.get(ValueLayout.JAVA_BYTE, 4))));
            for (int i = 0; i < 16; i++) {
                String xmm = bigEndian(area, 160 + 16L * i, 16);
                assertEquals(thread.get("xmm" + i), xmm);
                assertEquals(thread.get("ymm" + i), bigEndian(area, 576 + 16L * i, 16) + xmm);
                if (i < 8) {
                    assertEquals(thread.get("st" + i), bigEndian(area, 32 + 16L * i, 10));
                }
            }
            if (!thread.get("kind").equals("4")) {
                assertEquals(Integer.parseInt(thread.get("mxcsr")), area.get(ComponentView.LE32, 24));
            }
        }
    }

    @Test
    void theThreadWithOnlyUpperHalvesShowsTheKernelsZeroMxcsrAsStoredAndThatPrfpregHasTheValue() {
        Map<String, String> thread = expected("ct64-threads.expected.json").stream()
                .filter(t -> t.get("kind").equals("4")).findFirst().orElseThrow();
        ImageRecord record = read("ct64-threads.core").records().stream()
                .filter(r -> r.lwp().getAsLong() == Long.parseLong(thread.get("lwp"))).findFirst()
                .orElseThrow();
        assertEquals(0L, record.area().get(ComponentView.LE64, 24));
        assertEquals("8064", thread.get("mxcsr"));
        assertEquals(Map.of("mxcsr", 8064L, "mxcsr_mask", 0x2ffffL), record.findings().getFirst().values());
    }

    @Test
    void recordedSignalFramesAreSixFramesOf832Bytes() {
        ReadResult.Container frames = read("sigframes64.bin");
        assertEquals("recording", frames.kind());
        assertEquals(List.of("frame 0", "frame 1", "frame 2", "frame 3", "frame 4", "frame 5"),
                frames.records().stream().map(ImageRecord::label).toList());
        assertEquals(List.of(), frames.findings());
        for (ImageRecord frame : frames.records()) {
            assertEquals(832, frame.area().byteSize());
            assertEquals(new XFeatureMask(7), frame.features());
            assertEquals(3, frame.area().get(ComponentView.LE64, 512) & 3, "the kernel forces bits 0 and 1");
            assertEquals(List.of(), frame.findings());
        }
    }

    @Test
    void setupImagesAreSixAreasOf1024Bytes() {
        ReadResult.Container images = read("setup-images.bin");
        assertEquals("image", images.kind());
        assertEquals(6, images.records().size());
        images.records().forEach(image -> assertEquals(1024, image.area().byteSize()));
    }

    @Test
    void everyPtraceBufferIsRecognisedWithItsSize() {
        int count = 0;
        for (String line : new String(Corpus.bytes("images/ptrace/ptrace.csv"), StandardCharsets.UTF_8)
                .split("\n")) {
            String[] row = line.strip().split(",");
            if (row.length < 6 || !row[5].endsWith(".bin")
                    || !java.nio.file.Files.exists(Corpus.file("images/ptrace").resolve(row[5]))) {
                continue;
            }
            ReadResult.Container container = read("ptrace/" + row[5]);
            ImageRecord record = container.records().getFirst();
            assertEquals("ptrace", container.kind(), row[5]);
            assertEquals(Integer.parseInt(row[3]), record.area().byteSize(), row[5]);
            assertEquals(row[3].equals("512") ? AreaFormat.FXSAVE : AreaFormat.XSAVE, record.format(),
                    row[5]);
            assertEquals(row[1].equals("0x202") ? new XFeatureMask(7) : XFeatureMask.NONE, record.features(),
                    row[5]);
            assertEquals(List.of(), container.findings(), row[5]);
            count++;
        }
        assertTrue(count >= 20, "buffers seen: " + count);
    }

    @Test
    void everyKvmBufferIsRecognised() {
        for (Path file : Corpus.files("images/kvm")) {
            ReadResult.Container container = read("kvm/" + file.getFileName());
            assertEquals("kvm", container.kind(), file.toString());
            assertEquals(new XFeatureMask(7), container.records().getFirst().features(), file.toString());
            assertEquals(List.of(), container.findings(), file.toString());
            assertEquals(List.of(), container.records().getFirst().findings(), file.toString());
        }
    }
}
