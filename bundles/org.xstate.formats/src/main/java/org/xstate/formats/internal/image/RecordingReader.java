package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/**
 * A file of recorded signal frames: for each 32 bytes {index, length, uc_flags, address}, four numbers of 64 bits, and
 * then {@code length} bytes of fpstate, 32-bit or 64-bit.
 */
public final class RecordingReader implements ImageReader {

    private static final int HEAD = 32;
    private static final int MAX_RECORDS = 65_536;
    /** UC_FP_XSTATE: the frame has extended state. */
    private static final long UC_FP_XSTATE = 1;

    @Override
    public String kind() {
        return "recording";
    }

    @Override
    public Match match(ImageSource source) {
        MemorySegment content = source.content();
        if (content.byteSize() < HEAD + AreaLook.LEGACY) {
            return Match.NO;
        }
        long length = Bytes.u64(content, 8);
        boolean lengthFits = length >= AreaLook.LEGACY && length <= content.byteSize() - HEAD;
        boolean magic = SignalFrame.hasMagic(content, HEAD, true)
                || SignalFrame.hasMagic(content, HEAD, false);
        return magic ? lengthFits ? Match.CERTAIN : Match.LIKELY : Match.NO;
    }

    @Override
    public ReadResult read(ImageSource source) {
        MemorySegment content = source.content();
        if (content.byteSize() < HEAD) {
            return TooShort.because(source, kind(), HEAD);
        }
        List<ImageRecord> records = new ArrayList<>();
        FindingList findings = new FindingList();
        long at = 0;
        while (content.byteSize() - at >= HEAD && records.size() < MAX_RECORDS) {
            long length = Bytes.u64(content, at + 8);
            long left = content.byteSize() - at - HEAD;
            boolean cut = length < 0 || length > left;
            if (cut) {
                findings.add(Finding.error("recording-truncated",
                        "the record announces %s bytes, and %d are left in the file".formatted(
                                Long.toUnsignedString(length), left))
                        .at("byte " + at));
            }
            records.add(record(content, at, cut ? left : length));
            at += HEAD + (cut ? left : length);
        }
        if (at < content.byteSize()) {
            boolean full = records.size() == MAX_RECORDS;
            findings.add(Finding.warning(full ? "recording-too-long" : "recording-trailing-bytes",
                    full
                            ? "only the first %d records were read".formatted(MAX_RECORDS)
                            : "the last %d bytes are too few for a record".formatted(content.byteSize() - at))
                    .at("byte " + at));
        }
        return new ReadResult.Container(kind(), "recorded signal frames, " + records.size(), records,
                findings.list());
    }

    private static ImageRecord record(MemorySegment content, long at, long length) {
        MemorySegment frame = content.asSlice(at + HEAD, length);
        String label = "frame " + Long.toUnsignedString(Bytes.u64(content, at));
        boolean magic64 = SignalFrame.hasMagic(frame, 0, true);
        boolean magic32 = !magic64 && SignalFrame.hasMagic(frame, 0, false);
        boolean mode64 = magic64 || !magic32 && !SignalFrame.beginsWithFsave(frame);
        ImageRecord record = SignalFrame.read(label, frame, mode64);
        boolean announced = (Bytes.u64(content, at + 16) & UC_FP_XSTATE) != 0;
        if (announced == (magic64 || magic32)) {
            return record;
        }
        List<Finding> findings = new ArrayList<>(record.findings());
        findings.add(Finding.warning("sigframe-uc-flags",
                "uc_flags is 0x%x, so bit 0 (UC_FP_XSTATE) says that there is %s extended state; FP_XSTATE_MAGIC1 says otherwise"
                        .formatted(Bytes.u64(content, at + 16), announced ? "" : "no").replace("  ", " "))
                .at(label));
        return new ImageRecord(record.lwp(), label, record.area(), record.format(), record.features(),
                record.layout(), record.mode64(), record.extra(), findings);
    }
}
