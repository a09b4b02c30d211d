package org.xstate.layout.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * The layout in a core's NT_X86_XSAVE_LAYOUT note (Linux 6.12 and later): u32 type, size, offset and flags for each user
 * component from 2 on. Entries that cannot be true are reported and left out.
 */
final class NoteLayout {

    private final ImageRecord record;
    private final Optional<XsaveCpu> cpu;
    private final FeatureCatalog catalog;
    private final List<Finding> findings;
    private final List<Placement> placements = new ArrayList<>();

    private NoteLayout(ImageRecord record, Optional<XsaveCpu> cpu, FeatureCatalog catalog,
            List<Finding> findings) {
        this.record = record;
        this.cpu = cpu;
        this.catalog = catalog;
        this.findings = findings;
    }

    /** Empty if there is no note, or nothing in it can be used. */
    static Optional<XsaveLayout> read(ImageRecord record, Optional<XsaveCpu> cpu, FeatureCatalog catalog,
            List<Finding> findings) {
        NoteLayout note = new NoteLayout(record, cpu, catalog, findings);
        record.layout().forEach(note::entry);
        return note.placements.isEmpty()
                ? Optional.empty()
                : Optional.of(XsaveLayout.ofPlacements(note.placements));
    }

    private void entry(ImageRecord.LayoutEntry entry) {
        ComponentInfo told = new ComponentInfo(entry.type(), entry.size(), entry.offset(), false, false,
                false);
        Optional<String> complaint = complaint(told);
        if (complaint.isPresent()) {
            findings.add(Finding.error("layout-note-invalid",
                    "NT_X86_XSAVE_LAYOUT gives component %s the offset %s and %s bytes, but %s; the entry is left out"
                            .formatted(unsigned(entry.type()), unsigned(entry.offset()),
                                    unsigned(entry.size()),
                                    complaint.get()))
                    .at(record.label()));
            return;
        }
        placements.add(new Placement(entry.type(), entry.offset(), entry.size()));
        cpu.ifPresent(c -> compare(told, c));
    }

    private static String unsigned(int value) {
        return Integer.toUnsignedString(value);
    }

    private Optional<String> complaint(ComponentInfo told) {
        if (told.number() < 2 || told.number() > 62) {
            return Optional.of("the extended region has components 2 to 62");
        }
        if (!told.plausible() || told.offset() < XsaveLayout.EXTENDED_OFFSET) {
            return Optional.of("no component lies there");
        }
        for (Placement earlier : placements) {
            if (earlier.number() == told.number()) {
                return Optional.of("an earlier entry has the same component");
            }
            if (told.offset() < earlier.end() && earlier.offset() < told.end()) {
                return Optional.of("%s already lies at %d to %d".formatted(catalog.name(earlier.number()),
                        earlier.offset(), earlier.end() - 1));
            }
        }
        return Optional.empty();
    }

    private void compare(ComponentInfo told, XsaveCpu given) {
        Optional<ComponentInfo> info = given.component(told.number());
        boolean same = info
                .filter(i -> !i.supervisor() && i.offset() == told.offset() && i.size() == told.size())
                .isPresent();
        if (!same) {
            findings.add(Finding.error("layout-note-differs-from-cpuid",
                    "%s: NT_X86_XSAVE_LAYOUT says offset %d and %d bytes, the given CPU %s; the note is believed"
                            .formatted(catalog.name(told.number()), told.offset(), told.size(),
                                    info.map(i -> "offset %d and %d bytes".formatted(i.offset(), i.size()))
                                            .orElse("does not describe it")))
                    .at(record.label()).remedy("the core was written on another CPU than the one given"));
        }
    }
}
