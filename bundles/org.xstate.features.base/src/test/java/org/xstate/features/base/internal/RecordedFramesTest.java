package org.xstate.features.base.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.GivenComponent;

/** Signal frames that a Zen 3 machine wrote, against what the same threads read back with XSAVE. */
class RecordedFramesTest {

    private record Frame(long kind, byte[] image) {
        @Override
        public String toString() {
            return "frame of kind " + kind;
        }
    }

    private static final int FRAME_HEADER = 32;

    static List<Frame> frames() throws IOException {
        byte[] all = resource("sigframes64.bin").readAllBytes();
        ByteBuffer buffer = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        List<Frame> frames = new ArrayList<>();
        for (int at = 0; at < all.length;) {
            int length = (int) buffer.getLong(at + 8);
            frames.add(new Frame(buffer.getLong(at),
                    Arrays.copyOfRange(all, at + FRAME_HEADER, at + FRAME_HEADER + length)));
            at += FRAME_HEADER + length;
        }
        return frames;
    }

    private static InputStream resource(String name) {
        return RecordedFramesTest.class.getResourceAsStream("/zen3/" + name);
    }

    private static Map<String, String> expected(long kind) throws IOException {
        Properties all = new Properties();
        try (InputStream in = resource("registers.properties")) {
            all.load(in);
        }
        String prefix = kind + ".";
        Map<String, String> registers = new TreeMap<>();
        all.stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
                .forEach(name -> registers.put(name.substring(prefix.length()), all.getProperty(name)));
        return registers;
    }

    private static GivenComponent component(XFeatureProvider provider, byte[] image, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        return GivenComponent
                .of(provider.descriptor(),
                        Arrays.copyOfRange(image, offset, offset + provider.descriptor().size()))
                .mxcsr(buffer.getInt(24), buffer.getInt(28));
    }

    private static Map<String, String> registers(byte[] image) {
        GivenComponent x87 = component(new X87Feature(), image, 0);
        GivenComponent sse = component(new SseFeature(), image, 160);
        GivenComponent avx = component(new AvxFeature(), image, 576).beside(sse);
        Map<String, String> registers = new LinkedHashMap<>();
        Stream.of(x87.registersBy(new X87Feature()), sse.registersBy(new SseFeature()),
                avx.registersBy(new AvxFeature())).flatMap(part -> part.values().stream())
                .forEach(field -> registers.put(field.name(), field.text()));
        return registers;
    }

    @Test
    void allSixKindsAreThere() throws IOException {
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), frames().stream().map(Frame::kind).toList());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyRegisterIsWhatTheThreadReadBack(Frame frame) throws IOException {
        assertEquals(expected(frame.kind()), new TreeMap<>(registers(frame.image())));
    }

    @Test
    void aPendingExceptionIsExplained() throws IOException {
        Map<String, DecodedField> fields = component(new X87Feature(), frames().get(5).image(), 0)
                .decodedBy(new X87Feature());
        assertEquals("top 2, ZE, ES (unmasked exception pending), B", fields.get("fsw").meaning());
        assertEquals("D9 D9", fields.get("fop").meaning());
        assertEquals("0x401234", fields.get("fip").meaning());
    }
}
