package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;

/** Signal frames and files of recorded ones. */
class FramesTest {

    private static ImageRecord only(byte[] frame) {
        return Inputs.container(frame).records().getFirst();
    }

    @Test
    void a64BitFrameIsRecognisedByItsMagicNumber() {
        ReadResult.Container container = Inputs.container(Inputs.frame64(832, 7));
        assertEquals("sigframe64", container.kind());
        ImageRecord record = container.records().getFirst();
        assertEquals(832, record.area().byteSize());
        assertEquals(new XFeatureMask(7), record.features());
        assertEquals(AreaFormat.XSAVE, record.format());
        assertTrue(record.mode64());
        assertEquals(List.of(), record.findings());
    }

    @Test
    void a32BitFrameHasItsImageAfter112Bytes() {
        byte[] bytes = Inputs.frame32(832, 7);
        assertEquals(948, bytes.length);
        ReadResult.Container container = Inputs.container(bytes);
        assertEquals("sigframe32", container.kind());
        ImageRecord record = container.records().getFirst();
        assertEquals(832, record.area().byteSize());
        assertEquals((byte) 0x7f, record.area().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0));
        assertFalse(record.mode64());
        assertEquals(List.of(), record.findings());
    }

    @Test
    void anAmxFrameIsReadWhole() {
        ImageRecord record = only(Inputs.frame64(11008, 0x602e7));
        assertEquals(11008, record.area().byteSize());
        assertEquals(List.of(), record.findings());
    }

    @Test
    void aTruncatedFrameIsReportedAndGivesWhatIsThere() {
        ImageRecord record = only(Arrays.copyOf(Inputs.frame64(832, 7), 700));
        assertEquals(List.of("sigframe-truncated"), Inputs.ids(record));
        assertEquals(700, record.area().byteSize());
        assertEquals(List.of("sigframe-truncated"),
                Inputs.ids(only(Arrays.copyOf(Inputs.frame64(832, 7), 832))));
    }

    @Test
    void anOversizedFrameIsReported() {
        assertEquals(List.of("sigframe-oversized"),
                Inputs.ids(only(Arrays.copyOf(Inputs.frame64(832, 7), 900))));
    }

    @Test
    void missingMagicNumbersAreReportedWithWhatTheKernelThenDoes() {
        byte[] second = Inputs.frame64(832, 7);
        Inputs.little(second).putInt(832, 0);
        ImageRecord record = only(second);
        assertEquals(List.of("sigframe-magic2-missing"), Inputs.ids(record));
        assertEquals(832, record.area().byteSize());
        byte[] first = Inputs.frame64(832, 7);
        Inputs.little(first).putInt(464, 0);
        ReadResult.Container forced = assertInstanceOf(ReadResult.Container.class,
                Inputs.read(first, "sigframe64"));
        assertEquals(List.of("sigframe-magic1-missing"), Inputs.ids(forced.records().getFirst()));
        assertEquals(AreaFormat.FXSAVE, forced.records().getFirst().format());
    }

    @Test
    void sizesThatContradictEachOtherAreReported() {
        byte[] extended = Inputs.frame64(832, 7);
        Inputs.little(extended).putInt(468, 832);
        assertEquals(List.of("sigframe-extended-size"), Inputs.ids(only(extended)));
        byte[] tiny = Inputs.frame64(832, 7);
        Inputs.little(tiny).putInt(480, 512);
        assertEquals(List.of("sigframe-xstate-size"), Inputs.ids(only(tiny)));
        byte[] huge = Inputs.frame64(832, 7);
        Inputs.little(huge).putInt(480, -1);
        assertTrue(Inputs.ids(only(huge)).contains("sigframe-truncated"));
    }

    @Test
    void a32BitFrameWhoseTwoFormsDisagreeIsReported() {
        byte[] bytes = Inputs.frame32(832, 7);
        Inputs.little(bytes).putShort(0, (short) 0x27f);
        assertEquals(List.of("sigframe32-fsave-differs"), Inputs.ids(only(bytes)));
        byte[] magic = Inputs.frame32(832, 7);
        Inputs.little(magic).putShort(110, (short) 0xffff);
        assertEquals(List.of("sigframe32-fsave-magic"), Inputs.ids(only(magic)));
    }

    private static byte[] recording(Object... parts) {
        ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < parts.length; i += 2) {
            byte[] frame = (byte[]) parts[i + 1];
            out.putLong((Integer) parts[i]).putLong(frame.length).putLong(7).putLong(0x7ffe_0000_0000L)
                    .put(frame);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void aRecordingHoldsFramesOfBothKindsAndAnySize() {
        ReadResult.Container container = Inputs
                .container(recording(0, Inputs.frame64(832, 7), 9, Inputs.frame32(832, 7), 3,
                        Inputs.frame64(2696, 0x207)));
        assertEquals("recording", container.kind());
        assertEquals(List.of("frame 0", "frame 9", "frame 3"),
                container.records().stream().map(ImageRecord::label).toList());
        assertEquals(List.of(true, false, true),
                container.records().stream().map(ImageRecord::mode64).toList());
        assertEquals(List.of(832L, 832L, 2696L),
                container.records().stream().map(record -> record.area().byteSize()).toList());
        assertEquals(List.of(), container.findings());
        container.records().forEach(record -> assertEquals(List.of(), record.findings()));
    }

    @Test
    void aRecordingMayBeginWithA32BitFrame() {
        assertEquals("recording", Inputs.container(recording(0, Inputs.frame32(832, 7))).kind());
    }

    @Test
    void aRecordedFrameWithoutMagicKeepsItsModeAndIsReported() {
        byte[] bare = Inputs.frame32(832, 7);
        Inputs.little(bare).putInt(112 + 464, 0);
        List<ImageRecord> records = Inputs.container(recording(0, Inputs.frame64(832, 7), 1, bare)).records();
        assertFalse(records.getLast().mode64());
        assertEquals(List.of("sigframe-magic1-missing", "sigframe-uc-flags"), Inputs.ids(records.getLast()));
    }

    @Test
    void aRecordingThatEndsEarlyIsReported() {
        byte[] whole = recording(0, Inputs.frame64(832, 7), 1, Inputs.frame64(832, 7));
        ReadResult.Container cut = Inputs.container(Arrays.copyOf(whole, whole.length - 100));
        assertEquals(2, cut.records().size());
        assertEquals(List.of("recording-truncated"), Inputs.ids(cut.findings()));
        assertEquals(List.of("recording-trailing-bytes"),
                Inputs.ids(Inputs.container(Arrays.copyOf(whole, 868 + 20)).findings()));
        Inputs.little(whole).putLong(868 + 8, -1);
        assertEquals(List.of("recording-truncated"), Inputs.ids(Inputs.container(whole).findings()));
    }
}
