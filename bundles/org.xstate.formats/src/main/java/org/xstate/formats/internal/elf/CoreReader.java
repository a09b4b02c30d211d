package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.formats.internal.image.FindingList;

/** ELF cores of Linux on x86, ELF32 and ELF64 (x32 too), written by the kernel, by gdb's gcore or by other tools. */
public final class CoreReader implements ImageReader {

    private static final int MAX_NAMED = 16;

    @Override
    public String kind() {
        return "core";
    }

    /** Any ELF file, so that what is no core is refused with the reason; one of another system gives way to its own reader. */
    @Override
    public Match match(ImageSource source) {
        if (!ElfHeader.hasMagic(source.content())) {
            return Match.NO;
        }
        boolean other = source.size() > 7
                && ElfHeader.of(source.content()).filter(h -> h.osAbi() == ElfHeader.ELFOSABI_FREEBSD)
                        .isPresent();
        return other ? Match.LIKELY : Match.CERTAIN;
    }

    @Override
    public ReadResult read(ImageSource source) {
        MemorySegment file = source.content();
        Optional<ElfHeader> header = ElfHeader.of(file);
        Optional<Finding> refusal = header.map(CoreReader::refusal)
                .orElseGet(() -> Optional.of(unreadable(file)));
        if (refusal.isPresent()) {
            return ReadResult.Unusable.because(refusal.get());
        }
        ElfHeader elf = header.orElseThrow();
        FindingList findings = new FindingList();
        CoreNotes notes = new CoreNotes(elf.elf64(), findings);
        new NoteWalk(file, elf, findings).walk(notes::add);
        boolean mode64 = elf.machine() == ElfHeader.EM_X86_64;
        List<ImageRecord> records = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (CoreThread thread : notes.threads()) {
            Optional<ImageRecord> record = thread.record(notes.layout(), mode64);
            if (record.isPresent()) {
                records.add(record.get());
            } else {
                without.add(thread.label());
                thread.findings().forEach(findings::add);
            }
        }
        describeAbsence(notes, without, findings);
        return new ReadResult.Container(kind(), about(elf, notes), records, findings.list());
    }

    private static Finding unreadable(MemorySegment file) {
        return Finding.error("elf-header",
                ElfHeader.hasMagic(file)
                        ? "the ELF header is cut short, or is not that of a little-endian ELF32 or ELF64 file"
                        : "the file does not begin with the ELF magic number");
    }

    private static Optional<Finding> refusal(ElfHeader elf) {
        if (elf.machine() != ElfHeader.EM_386 && elf.machine() != ElfHeader.EM_X86_64) {
            return Optional.of(Finding.error("elf-machine",
                    "e_machine is %d; XSAVE exists on x86 only (EM_386 is 3, EM_X86_64 is 62)"
                            .formatted(elf.machine()))
                    .value("machine", elf.machine()));
        }
        if (elf.type() != ElfHeader.ET_CORE) {
            return Optional.of(Finding.error("elf-not-a-core",
                    "e_type is %d; a core has 4 (ET_CORE). Executables and libraries hold no register state"
                            .formatted(
                                    elf.type()))
                    .value("type", elf.type()));
        }
        return Optional.empty();
    }

    private static void describeAbsence(CoreNotes notes, List<String> without, FindingList findings) {
        if (!notes.foreignOwners().isEmpty()) {
            findings.add(Finding.warning("core-foreign-notes",
                    "register notes of the owner %s were left out: only those of CORE and LINUX are Linux's"
                            .formatted(
                                    String.join(", ", notes.foreignOwners()))));
        }
        if (notes.threads().isEmpty()) {
            findings.add(Finding.warning("core-no-threads",
                    "the core has no NT_PRSTATUS note, so no thread is known"));
        }
        if (!without.isEmpty()) {
            boolean all = without.size() <= MAX_NAMED;
            findings.add(Finding.warning("core-thread-without-state",
                    "%d threads have no floating-point notes: %s%s".formatted(without.size(),
                            String.join(", ", without.subList(0, Math.min(without.size(), MAX_NAMED))),
                            all ? "" : "...")));
        }
    }

    private static String about(ElfHeader elf, CoreNotes notes) {
        String x32 = !elf.elf64() && elf.machine() == ElfHeader.EM_X86_64 ? " (x32)" : "";
        int count = notes.threads().size();
        return "%s core%s, %d thread%s".formatted(elf.elf64() ? "ELF64" : "ELF32", x32, count,
                count == 1 ? "" : "s");
    }
}
