package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Settles the layout of an image: from the container's own note if there is one, else from the CPU that the user names,
 * else by inference, and says how sure that is.
 */
public final class LayoutResolver {

    private final FeatureCatalog catalog;
    private final Optional<XsaveCpu> cpu;

    /** @param cpu the CPU that the user names, if any */
    public LayoutResolver(FeatureCatalog catalog, Optional<XsaveCpu> cpu) {
        this.catalog = catalog;
        this.cpu = cpu;
    }

    public ResolvedImage resolve(ImageRecord record) {
        return switch (record.format()) {
            case FXSAVE, FSAVE -> legacy(record);
            case XSAVE -> xsave(record);
        };
    }

    private ResolvedImage legacy(ImageRecord record) {
        List<Finding> findings = new ArrayList<>();
        Optional<MemorySegment> area = LegacyAreas.toXsave(record);
        if (area.isEmpty()) {
            findings.add(tooShort(record));
        }
        return new ResolvedImage(record, area.map(a -> XsaveImage.of(a, XsaveLayout.ofPlacements(List.of()))),
                ResolvedImage.Origin.LEGACY, findings);
    }

    private static Finding tooShort(ImageRecord record) {
        return Finding.error("image-truncated", "%d bytes are too few for a %s area".formatted(
                record.area().byteSize(), record.format())).at(record.label());
    }

    private ResolvedImage xsave(ImageRecord record) {
        if (record.area().byteSize() < XsaveLayout.EXTENDED_OFFSET) {
            ResolvedImage cut = legacy(new ImageRecord(record.lwp(), record.label(), record.area(),
                    ImageRecord.AreaFormat.FXSAVE, record.features(), List.of(), record.mode64(),
                    record.extra(),
                    record.findings()));
            List<Finding> findings = new ArrayList<>(cut.findings());
            if (cut.image().isPresent()) {
                findings.add(Finding.warning("image-truncated",
                        "%d bytes end before the XSAVE header: only the legacy region can be read, as if in use"
                                .formatted(record.area().byteSize()))
                        .at(record.label()));
            }
            return new ResolvedImage(record, cut.image(), cut.origin(), findings);
        }
        if (XsaveImage.xcompBv(record.area()).has(63)) {
            return compacted(record);
        }
        return record.layout().isEmpty()
                ? cpu.map(c -> fromCpu(record, c)).orElseGet(() -> inferred(record))
                : fromNote(record);
    }

    /** XCOMP_BV gives the order; sizes come from the CPU, or from the manual where no CPU is named. */
    private ResolvedImage compacted(ImageRecord record) {
        List<Finding> findings = new ArrayList<>();
        XFeatureMask mask = XsaveImage.xcompBv(record.area()).components();
        Optional<XsaveCpu> describing = cpu.filter(c -> c.undescribed(mask).isEmpty());
        if (describing.isEmpty() && !XFeatureMask.of(0, 1, 2).hasAll(mask)) {
            findings.add(Finding.note("layout-from-manual", cpu
                    .map(c -> "the given CPU does not describe %s of XCOMP_BV: sizes are the manual's"
                            .formatted(c.undescribed(mask)))
                    .orElse("no CPU was given: the sizes of the components are the manual's"))
                    .at(record.label())
                    .remedy("name the CPU with --cpuid FILE, --cpu NAME or --host"));
        }
        XsaveCpu sizes = describing.orElseGet(() -> DescribedSizes.cpu(catalog));
        XFeatureMask unknown = sizes.undescribed(mask);
        XFeatureMask placed = unknown.isEmpty()
                ? mask
                : mask.and(new XFeatureMask((1L << Long.numberOfTrailingZeros(unknown.bits())) - 1));
        if (!unknown.isEmpty()) {
            findings.add(Finding.error("layout-unknown",
                    "XCOMP_BV has %s, whose size nobody tells: components from %d on cannot be placed"
                            .formatted(unknown,
                                    Long.numberOfTrailingZeros(unknown.bits())))
                    .at(record.label()).remedy("name the CPU with --cpuid FILE"));
        }
        XsaveLayout layout = XsaveLayout.compacted(sizes, placed);
        return done(record, layout, ResolvedImage.Origin.COMPACTED, findings);
    }

    private ResolvedImage fromNote(ImageRecord record) {
        List<Finding> findings = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        for (ImageRecord.LayoutEntry entry : record.layout()) {
            if (entry.type() < 2 || entry.type() > 62 || entry.offset() < XsaveLayout.EXTENDED_OFFSET
                    || entry.size() <= 0 || (long) entry.offset() + entry.size() > 1 << 24) {
                findings.add(Finding.error("layout-note-invalid",
                        "NT_X86_XSAVE_LAYOUT gives component %d the place %d with %d bytes; the entry is left out"
                                .formatted(entry.type(), entry.offset(), entry.size()))
                        .at(record.label()));
                continue;
            }
            placements.add(new Placement(entry.type(), entry.offset(), entry.size()));
            cpu.flatMap(c -> c.component(entry.type()))
                    .filter(info -> info.offset() != entry.offset() || info.size() != entry.size())
                    .ifPresent(info -> findings.add(noteDiffers(record, entry, info)));
        }
        return done(record, XsaveLayout.ofPlacements(placements), ResolvedImage.Origin.NOTE, findings);
    }

    private Finding noteDiffers(ImageRecord record, ImageRecord.LayoutEntry entry, ComponentInfo info) {
        return Finding.error("layout-note-differs-from-cpuid",
                "%s: NT_X86_XSAVE_LAYOUT says offset %d and %d bytes, CPUID %d and %d; the note is believed"
                        .formatted(
                                catalog.name(entry.type()), entry.offset(), entry.size(), info.offset(),
                                info.size()))
                .at(record.label()).remedy("the core was written on another CPU than the one given");
    }

    private ResolvedImage fromCpu(ImageRecord record, XsaveCpu given) {
        List<Finding> findings = new ArrayList<>();
        XFeatureMask told = room(record);
        XFeatureMask wanted = told.isEmpty() ? given.xcr0() : told;
        XFeatureMask foreign = wanted.andNot(given.xcr0());
        if (!foreign.isEmpty()) {
            findings.add(Finding.error("image-not-of-this-cpu",
                    "the image has %s, which the given CPU (XCR0 up to %s) does not know".formatted(foreign,
                            given.xcr0()))
                    .at(record.label()).remedy("name the CPU that wrote the image"));
        }
        XFeatureMask known = wanted.and(given.xcr0()).andNot(given.undescribed(given.xcr0()));
        return done(record, XsaveLayout.standard(given, known), ResolvedImage.Origin.CPU, findings);
    }

    /** The components that the image has room for, as far as the image itself tells. */
    private static XFeatureMask room(ImageRecord record) {
        XFeatureMask inUse = XsaveImage.xstateBv(record.area()).components();
        return record.features().isEmpty() ? XFeatureMask.NONE : record.features().components().or(inUse);
    }

    private ResolvedImage inferred(ImageRecord record) {
        List<Finding> findings = new ArrayList<>();
        XFeatureMask told = room(record);
        XFeatureMask wanted = told.isEmpty() ? XsaveImage.xstateBv(record.area()).components() : told;
        LayoutInference.Inferred inferred = LayoutInference.infer(wanted, record.area().byteSize(), catalog);
        if (inferred.layout().isEmpty()) {
            findings.add(Finding.error("layout-unknown",
                    "no known CPU has an image with the components %s: only x87 and SSE can be placed"
                            .formatted(wanted))
                    .at(record.label()).remedy("name the CPU with --cpuid FILE, --cpu NAME or --host"));
            return done(record, XsaveLayout.ofPlacements(List.of()), ResolvedImage.Origin.UNKNOWN, findings);
        }
        if (!inferred.others().isEmpty()) {
            findings.add(Finding.warning("layout-ambiguous",
                    "mask %s and %d bytes fit the layout of %s, which is used, but also another one of %s"
                            .formatted(
                                    wanted, record.area().byteSize(), String.join(", ", inferred.agreeing()),
                                    String.join(", ", inferred.others())))
                    .at(record.label()).remedy("name the CPU with --cpuid FILE, --cpu NAME or --host"));
        } else if (!XFeatureMask.of(0, 1, 2).hasAll(wanted)) {
            findings.add(Finding.note("layout-inferred",
                    "mask %s and %d bytes fit one layout among the known CPUs, that of %s%s".formatted(wanted,
                            record.area().byteSize(), String.join(", ", inferred.agreeing()),
                            inferred.exactSize() ? "" : "; the size is not exactly its own"))
                    .at(record.label()).remedy("name the CPU with --cpuid FILE to be sure"));
        }
        return done(record, inferred.layout().get(), ResolvedImage.Origin.INFERRED, findings);
    }

    private ResolvedImage done(ImageRecord record, XsaveLayout layout, ResolvedImage.Origin origin,
            List<Finding> findings) {
        long size = record.area().byteSize();
        List<String> beyond = layout.placements().stream().filter(p -> p.end() > size)
                .map(p -> catalog.name(p.number())).toList();
        if (!beyond.isEmpty()) {
            findings.add(Finding.warning("image-truncated",
                    "the area has %d bytes, its layout %d: %s cannot be read".formatted(size, layout.size(),
                            String.join(", ", beyond)))
                    .at(record.label()));
        }
        return new ResolvedImage(record, Optional.of(XsaveImage.of(record.area(), layout)), origin, findings);
    }
}
