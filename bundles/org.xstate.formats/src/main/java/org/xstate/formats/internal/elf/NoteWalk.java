package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.xstate.api.Finding;
import org.xstate.formats.internal.elf.ElfHeader.Segment;
import org.xstate.formats.internal.image.Bytes;
import org.xstate.formats.internal.image.FindingList;

/**
 * Goes through the PT_NOTE segments of a core. Touches the header, the program headers and the notes, nothing else. Each
 * byte of the file is walked at most once, however often segments point at it.
 */
final class NoteWalk {

    /** Linux limits a process to this many threads (PID_MAX_LIMIT), with up to a dozen notes each. */
    private static final int MAX_NOTES = 1 << 24;
    /** Program headers that are looked at; vm.max_map_count is 65,530 unless raised. */
    private static final int MAX_SEGMENTS = 1 << 22;
    private static final int MAX_NOTE_SEGMENTS = 1024;
    private static final int NOTE_HEAD = 12;
    private static final int MAX_OWNER = 64;

    private final MemorySegment file;
    private final ElfHeader header;
    private final FindingList findings;
    private final NavigableMap<Long, Long> walked = new TreeMap<>();
    private long notes;
    private long loadsBeyondEnd;
    private long announcedEnd;

    private record Range(long start, long end) {
    }

    NoteWalk(MemorySegment file, ElfHeader header, FindingList findings) {
        this.file = file;
        this.header = header;
        this.findings = findings;
    }

    /** Hands every note to {@code consumer}, in file order of the program headers. */
    void walk(Consumer<Note> consumer) {
        int entry = header.entrySize();
        if (entry < ElfHeader.leastEntry(header.elf64())) {
            if (header.count() > 0) {
                findings.add(Finding.error("elf-program-headers",
                        "e_phentsize is %d; a program header of this class has %d bytes".formatted(entry,
                                ElfHeader.leastEntry(header.elf64()))));
            }
            return;
        }
        long fit = header.programHeaders() < 0 || header.programHeaders() > file.byteSize()
                ? 0
                : (file.byteSize() - header.programHeaders()) / entry;
        long count = Math.min(Math.min(header.count(), fit), MAX_SEGMENTS);
        if (count < header.count()) {
            findings.add(Finding.error("elf-program-headers",
                    "of %d program headers at byte %s, %d were read: %s".formatted(header.count(),
                            Long.toUnsignedString(header.programHeaders()), count,
                            count == fit ? "the file ends there" : "no process has more mappings")));
        }
        for (long i = 0; i < count; i++) {
            Segment segment = header.segment(file, header.programHeaders() + i * entry);
            if (segment.type() == Segment.PT_NOTE) {
                noteSegment(segment, i, consumer);
            } else if (segment.type() == Segment.PT_LOAD) {
                load(segment);
            }
        }
        if (loadsBeyondEnd > 0) {
            findings.add(Finding.warning("core-truncated",
                    "the file has %d bytes; %d memory segments reach beyond, up to byte %s: the core was cut"
                            .formatted(
                                    file.byteSize(), loadsBeyondEnd, Long.toUnsignedString(announcedEnd)))
                    .remedy("raise the core size limit (ulimit -c) or check that the file was copied whole; the notes are "
                            + "not affected"));
        }
    }

    private void load(Segment segment) {
        if (segment.fileSize() == 0) {
            return;
        }
        long end = segment.offset() + segment.fileSize();
        if (segment.offset() < 0 || segment.fileSize() < 0 || end < 0 || end > file.byteSize()) {
            loadsBeyondEnd++;
            announcedEnd = Long.compareUnsigned(end, announcedEnd) > 0 ? end : announcedEnd;
        }
    }

    private void noteSegment(Segment segment, long index, Consumer<Note> consumer) {
        long size = file.byteSize();
        if (segment.offset() < 0 || segment.offset() >= size) {
            if (segment.fileSize() != 0) {
                findings.add(() -> Finding.error("core-note-segment-beyond-end",
                        "the note segment begins at byte %s, and the file has %d".formatted(
                                Long.toUnsignedString(segment.offset()), size))
                        .at("program header " + index));
            }
            return;
        }
        boolean cut = segment.fileSize() < 0 || segment.fileSize() > size - segment.offset();
        if (cut) {
            findings.add(() -> Finding.error("core-note-segment-truncated",
                    "the note segment has %s bytes at byte %d, and the file ends at %d".formatted(
                            Long.toUnsignedString(segment.fileSize()), segment.offset(), size))
                    .at("program header " + index).remedy("check that the file was copied whole"));
        }
        Range range = new Range(segment.offset(), cut ? size : segment.offset() + segment.fileSize());
        if (range.start == range.end) {
            return;
        }
        if (walked.size() >= MAX_NOTE_SEGMENTS || overlaps(range)) {
            findings.add(() -> Finding.warning("core-note-segment-overlaps",
                    "the note segment at bytes %d to %d was left out: %s".formatted(range.start, range.end,
                            walked.size() >= MAX_NOTE_SEGMENTS
                                    ? "there are too many"
                                    : "it overlaps another one"))
                    .at("program header " + index));
            return;
        }
        walked.put(range.start, range.end);
        notes(range, segment.align() == 8 ? 8 : 4, consumer);
    }

    /** Ranges that were walked do not overlap each other, so the last one that begins before the end decides. */
    private boolean overlaps(Range range) {
        Map.Entry<Long, Long> before = walked.lowerEntry(range.end);
        return before != null && before.getValue() > range.start;
    }

    /** Linux and gdb align notes to 4 bytes whatever the class; 8 is for segments that say so. */
    private void notes(Range range, int align, Consumer<Note> consumer) {
        long at = range.start;
        while (range.end - at >= NOTE_HEAD) {
            if (++notes > MAX_NOTES) {
                findings.add(Finding.warning("core-too-many-notes",
                        "only the first %d notes were read".formatted(MAX_NOTES)).at("byte " + at));
                return;
            }
            long ownerSize = Bytes.u32(file, at);
            long size = Bytes.u32(file, at + 4);
            int type = (int) Bytes.u32(file, at + 8);
            long content = range.start + up(at - range.start + NOTE_HEAD + ownerSize, align);
            long end = content + size;
            if (content > range.end) {
                findings.add(Finding.error("core-note-truncated",
                        "the note's name has %d bytes and would end beyond its segment".formatted(ownerSize))
                        .at("byte " + at));
                return;
            }
            if (end > range.end) {
                findings.add(Finding.error("core-note-truncated",
                        "the note of type 0x%x has %d bytes, of which %d lie in its segment".formatted(type,
                                size,
                                range.end - content))
                        .at("byte " + at));
            }
            MemorySegment bytes = file.asSlice(content, Math.min(end, range.end) - content);
            consumer.accept(new Note(owner(at + NOTE_HEAD, ownerSize), type, bytes, content, size));
            at = range.start + up(end - range.start, align);
        }
    }

    private String owner(long at, long size) {
        byte[] bytes = file.asSlice(at, Math.min(size, MAX_OWNER)).toArray(ValueLayout.JAVA_BYTE);
        String name = new String(bytes, StandardCharsets.ISO_8859_1);
        int nul = name.indexOf('\0');
        return nul < 0 ? name : name.substring(0, nul);
    }

    private static long up(long value, int align) {
        return (value + align - 1) / align * align;
    }
}
