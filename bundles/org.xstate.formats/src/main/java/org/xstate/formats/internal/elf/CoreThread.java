package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.XFeatureMask;
import org.xstate.formats.internal.image.Bytes;
import org.xstate.formats.internal.image.Fsave;

/** The notes of one thread, from its NT_PRSTATUS up to the next thread's. */
final class CoreThread {

    private static final int LEGACY = 512;
    private static final int WITH_HEADER = 576;
    private static final int FEATURE_MASK = 464;
    private static final int MXCSR = 24;
    /** The kernel's own bytes of the legacy region begin after XMM15. */
    private static final int REGISTERS_END = 416;

    private final OptionalLong lwp;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Note> xstate = Optional.empty();
    private Optional<Note> fpreg = Optional.empty();
    private Optional<Note> fxpreg = Optional.empty();
    private Optional<Note> shadowStack = Optional.empty();

    CoreThread(OptionalLong lwp) {
        this.lwp = lwp;
    }

    /** The thread's name in output. */
    String label() {
        return lwp.isPresent() ? "thread " + lwp.getAsLong() : "thread without NT_PRSTATUS";
    }

    /** What is wrong with the thread's notes, for a thread that {@link #record} makes no image of. */
    List<Finding> findings() {
        return findings.stream().map(finding -> finding.within(label())).toList();
    }

    void xstate(Note note) {
        xstate = first(xstate, note, "NT_X86_XSTATE");
    }

    void fpreg(Note note) {
        fpreg = first(fpreg, note, "NT_PRFPREG");
    }

    void fxpreg(Note note) {
        fxpreg = first(fxpreg, note, "NT_PRXFPREG");
    }

    void shadowStack(Note note) {
        shadowStack = first(shadowStack, note, "NT_X86_SHSTK");
    }

    private Optional<Note> first(Optional<Note> before, Note note, String name) {
        if (before.isEmpty()) {
            return Optional.of(note);
        }
        if (findings.size() < 8) {
            findings.add(Finding.warning("core-note-repeated",
                    "the thread has more than one %s note; the first counts".formatted(name))
                    .at("byte " + note.offset()));
        }
        return before;
    }

    /** The thread's state from the best note that it has; empty if it has none that can be used. */
    Optional<ImageRecord> record(List<LayoutEntry> layout, boolean mode64) {
        Optional<Note> legacy = fxpreg.filter(note -> note.content().byteSize() >= LEGACY)
                .or(() -> fpreg.filter(note -> note.content().byteSize() >= LEGACY));
        Optional<Note> fsave = fpreg.filter(note -> note.content().byteSize() == Fsave.SIZE);
        if (xstate.isPresent() && xstate.get().content().byteSize() >= LEGACY) {
            compare(xstate.get().content(), legacy, fsave);
            return Optional.of(fromXstate(xstate.get(), layout, mode64));
        }
        xstate.ifPresent(note -> findings.add(Finding.error("core-xstate-too-short",
                "the NT_X86_XSTATE note has %d bytes, less than an FXSAVE area"
                        .formatted(note.content().byteSize()))
                .at("byte " + note.offset())));
        if (legacy.isPresent() || fsave.isPresent()) {
            findings.add(Finding.note("core-no-xstate",
                    "the thread has no usable NT_X86_XSTATE note: only x87%s are known".formatted(
                            legacy.isPresent() ? " and SSE" : " registers")));
        }
        Optional<ImageRecord> fromFxsave = legacy
                .map(note -> record(note.content().asSlice(0, LEGACY), AreaFormat.FXSAVE, XFeatureMask.NONE,
                        List.of(),
                        mode64));
        return fromFxsave.or(() -> fsave
                .map(note -> record(note.content(), AreaFormat.FSAVE, XFeatureMask.NONE, List.of(), mode64)));
    }

    private ImageRecord fromXstate(Note note, List<LayoutEntry> layout, boolean mode64) {
        MemorySegment area = note.content();
        if (area.byteSize() < WITH_HEADER) {
            findings.add(Finding.error("core-xstate-too-short",
                    "the NT_X86_XSTATE note has %d bytes, and the XSAVE header ends at byte %d: only x87 and SSE are there"
                            .formatted(area.byteSize(), WITH_HEADER))
                    .at("byte " + note.offset()));
            return record(area.asSlice(0, LEGACY), AreaFormat.FXSAVE, XFeatureMask.NONE, List.of(), mode64);
        }
        if (note.isCut()) {
            findings.add(Finding.error("core-xstate-truncated",
                    "the file holds %d of the %d bytes of the NT_X86_XSTATE note".formatted(area.byteSize(),
                            note.size()))
                    .at("byte " + note.offset()));
        }
        for (LayoutEntry entry : layout) {
            if ((long) entry.offset() + entry.size() > area.byteSize() && !note.isCut()) {
                findings.add(Finding.error("core-layout-beyond-note",
                        "the layout note puts component %d at bytes %d to %d, and the NT_X86_XSTATE note has %d"
                                .formatted(
                                        entry.type(), entry.offset(), entry.offset() + entry.size() - 1,
                                        area.byteSize()))
                        .at("NT_X86_XSAVE_LAYOUT"));
            }
        }
        return record(area, AreaFormat.XSAVE, new XFeatureMask(Bytes.u64(area, FEATURE_MASK)), layout,
                mode64);
    }

    private ImageRecord record(MemorySegment area, AreaFormat format, XFeatureMask features,
            List<LayoutEntry> layout, boolean mode64) {
        List<DecodedField> extra = shadowStack.filter(note -> note.content().byteSize() >= 8).map(
                note -> List.of(DecodedField.hex("ssp", note.content().get(ComponentView.LE64, 0), 8, "")))
                .orElse(List.of());
        shadowStack.filter(note -> note.content().byteSize() < 8)
                .ifPresent(note -> findings.add(Finding.error("core-shadow-stack-note",
                        "the NT_X86_SHSTK note has %d bytes instead of 8"
                                .formatted(note.content().byteSize()))
                        .at("byte " + note.offset())));
        return new ImageRecord(lwp, label(), area, format, features, layout, mode64, extra,
                findings());
    }

    /** The same registers stand in two notes; a tool that wrote only one of them leaves a contradiction. */
    private void compare(MemorySegment area, Optional<Note> legacy, Optional<Note> fsave) {
        legacy.ifPresent(note -> compare(area, note));
        fsave.flatMap(note -> Fsave.difference(note.content(), area)).ifPresent(
                difference -> findings.add(Finding.warning("core-fpregs-differ",
                        "NT_PRFPREG and NT_X86_XSTATE disagree: %s".formatted(difference))
                        .remedy("the tool that wrote the core filled the notes at different times")));
    }

    private void compare(MemorySegment area, Note legacy) {
        MemorySegment other = legacy.content();
        boolean lost = Bytes.u64(area, MXCSR) == 0 && Bytes.u64(other, MXCSR) != 0;
        if (lost) {
            findings.add(Finding.note("core-fpregs-mxcsr",
                    "NT_X86_XSTATE holds MXCSR 0 with mask 0; the FXSAVE note of the same thread holds MXCSR %04x with mask %08x"
                            .formatted(Bytes.u32(other, MXCSR), Bytes.u32(other, MXCSR + 4)))
                    .at("byte " + legacy.offset()).value("mxcsr", Bytes.u32(other, MXCSR))
                    .value("mxcsr_mask", Bytes.u32(other, MXCSR + 4)));
        }
        long at = area.asSlice(0, MXCSR).mismatch(other.asSlice(0, MXCSR));
        int from = lost ? MXCSR + 8 : MXCSR;
        if (at < 0) {
            long rest = area.asSlice(from, REGISTERS_END - from)
                    .mismatch(other.asSlice(from, REGISTERS_END - from));
            at = rest < 0 ? rest : from + rest;
        }
        if (at >= 0) {
            findings.add(Finding.warning("core-fpregs-differ",
                    "byte %d of the legacy region is %02x in NT_X86_XSTATE and %02x in the FXSAVE note"
                            .formatted(at,
                                    area.get(ValueLayout.JAVA_BYTE, at),
                                    other.get(ValueLayout.JAVA_BYTE, at)))
                    .at("byte " + legacy.offset())
                    .remedy("the tool that wrote the core filled the notes at different times"));
        }
    }
}
