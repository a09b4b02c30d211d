package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import org.xstate.api.Finding;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.formats.internal.image.Bytes;
import org.xstate.formats.internal.image.FindingList;

/** Sorts the notes of a Linux core by thread: NT_PRSTATUS begins one, what follows belongs to it. */
final class CoreNotes {

    /** Far more threads than processes have; Linux allows 4 million, which would fill memory with records. */
    private static final int MAX_THREADS = 1 << 18;
    private static final int LAYOUT_ENTRY = 16;
    private static final int MAX_COMPONENT = 62;
    private static final int MAX_ENTRIES = 64;
    /** Larger than every XSAVE area by far; keeps sums within an int. */
    private static final long MAX_AREA = 1 << 24;
    private static final int MAX_FOREIGN = 8;

    private final boolean elf64;
    private final FindingList findings;
    private final List<CoreThread> threads = new ArrayList<>();
    private final Set<String> foreign = new TreeSet<>();
    private Optional<CoreThread> current = Optional.empty();
    private Optional<List<LayoutEntry>> layout = Optional.empty();
    private boolean tooMany;

    CoreNotes(boolean elf64, FindingList findings) {
        this.elf64 = elf64;
        this.findings = findings;
    }

    List<CoreThread> threads() {
        return threads;
    }

    /** Of the core's NT_X86_XSAVE_LAYOUT note; empty without one. */
    List<LayoutEntry> layout() {
        return layout.orElse(List.of());
    }

    /** Owners other than CORE and LINUX that use the numbers of notes with register state. */
    Set<String> foreignOwners() {
        return foreign;
    }

    void add(Note note) {
        if (note.is(Note.CORE, Note.NT_PRSTATUS)) {
            begin(note);
        } else if (note.is(Note.CORE, Note.NT_PRFPREG)) {
            thread().fpreg(note);
        } else if (note.is(Note.LINUX, Note.NT_PRXFPREG)) {
            thread().fxpreg(note);
        } else if (note.is(Note.LINUX, Note.NT_X86_XSTATE)) {
            thread().xstate(note);
        } else if (note.is(Note.LINUX, Note.NT_X86_SHSTK)) {
            thread().shadowStack(note);
        } else if (note.is(Note.LINUX, Note.NT_X86_XSAVE_LAYOUT)) {
            layout(note);
        } else {
            other(note);
        }
    }

    private void begin(Note note) {
        int at = elf64 ? 32 : 24;
        OptionalLong lwp = OptionalLong.empty();
        if (note.content().byteSize() >= at + 4) {
            lwp = OptionalLong.of((int) Bytes.u32(note.content(), at));
        } else {
            findings.add(Finding.error("core-prstatus-too-short",
                    "the NT_PRSTATUS note has %d bytes, and pr_pid stands at byte %d: the thread's id is not known"
                            .formatted(note.content().byteSize(), at))
                    .at("byte " + note.offset()));
        }
        begin(new CoreThread(lwp));
    }

    private void begin(CoreThread thread) {
        current = Optional.of(thread);
        if (threads.size() < MAX_THREADS) {
            threads.add(thread);
        } else if (!tooMany) {
            tooMany = true;
            findings.add(Finding.warning("core-too-many-threads",
                    "only the first %d threads were read".formatted(MAX_THREADS)));
        }
    }

    /** The thread that notes belong to; register state before any NT_PRSTATUS makes a thread without an id. */
    private CoreThread thread() {
        if (current.isEmpty()) {
            findings.add(Finding.warning("core-state-without-thread",
                    "register notes stand before the first NT_PRSTATUS: whose they are is not known"));
            begin(new CoreThread(OptionalLong.empty()));
        }
        return current.orElseThrow();
    }

    private void layout(Note note) {
        List<LayoutEntry> entries = new ArrayList<>();
        MemorySegment content = note.content();
        String where = "NT_X86_XSAVE_LAYOUT at byte " + note.offset();
        long end = Math.min(content.byteSize(), (long) LAYOUT_ENTRY * MAX_ENTRIES);
        if (content.byteSize() % LAYOUT_ENTRY != 0 || content.byteSize() == 0 || end < content.byteSize()) {
            findings.add(Finding.error("core-layout-size",
                    "the layout note has %d bytes; it is an array of up to 63 entries of %d bytes".formatted(
                            content.byteSize(),
                            LAYOUT_ENTRY))
                    .at(where));
        }
        long seen = 0;
        for (long at = 0; at + LAYOUT_ENTRY <= end; at += LAYOUT_ENTRY) {
            long type = Bytes.u32(content, at);
            long size = Bytes.u32(content, at + 4);
            long offset = Bytes.u32(content, at + 8);
            boolean usable = type <= MAX_COMPONENT && size > 0 && size + offset <= MAX_AREA
                    && (seen >>> type & 1) == 0;
            if (usable) {
                seen |= 1L << type;
                entries.add(new LayoutEntry((int) type, (int) size, (int) offset,
                        (int) Bytes.u32(content, at + 12)));
            } else {
                findings.add(Finding.error("core-layout-entry",
                        "the entry for component %d, %d bytes at %d, %s; it was left out".formatted(type,
                                size, offset,
                                type <= MAX_COMPONENT && (seen >>> type & 1) != 0
                                        ? "comes twice"
                                        : "cannot be"))
                        .at(where));
            }
        }
        if (layout.isPresent() && !layout.get().equals(entries)) {
            findings.add(Finding.warning("core-layout-repeated",
                    "the core has more than one layout note, and they differ; the first counts").at(where));
        }
        layout = Optional.of(layout.orElse(List.copyOf(entries)));
    }

    private void other(Note note) {
        boolean linux = note.owner().equals(Note.CORE) || note.owner().equals(Note.LINUX);
        boolean state = switch (note.type()) {
            case Note.NT_PRSTATUS, Note.NT_PRFPREG, Note.NT_PRXFPREG, Note.NT_X86_XSTATE, Note.NT_X86_SHSTK,
                    Note.NT_X86_XSAVE_LAYOUT ->
                true;
            default -> false;
        };
        if (state && !linux && foreign.size() < MAX_FOREIGN) {
            foreign.add(note.owner().replaceAll("[^\\x20-\\x7e]", "?"));
        }
    }
}
