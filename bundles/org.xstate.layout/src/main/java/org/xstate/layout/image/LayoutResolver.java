package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Settles the layout of an image: from the container's own note if there is one, else from the CPU that the user names,
 * else by inference, and says how sure that is.
 */
public final class LayoutResolver {

    private static final String NAME_CPU = "name the CPU with --cpuid FILE, --cpu NAME or --host";

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
        List<Finding> findings = new ArrayList<>();
        Optional<XsaveLayout> told = NoteLayout.read(record, cpu, catalog, findings);
        if (told.isPresent()) {
            withoutPlace(record, told.get(), findings);
            return done(record, told.get(), ResolvedImage.Origin.NOTE, findings);
        }
        return cpu.map(c -> fromCpu(record, c, findings)).orElseGet(() -> inferred(record, findings));
    }

    /** XCOMP_BV gives the order; sizes come from the CPU, or from the manual where no CPU tells. */
    private ResolvedImage compacted(ImageRecord record) {
        List<Finding> findings = new ArrayList<>();
        XFeatureMask mask = XsaveImage.xcompBv(record.area()).components();
        if (!record.layout().isEmpty()) {
            findings.add(Finding.error("layout-note-for-standard",
                    "the image is compacted, but NT_X86_XSAVE_LAYOUT tells places in the standard format; XCOMP_BV is "
                            + "believed")
                    .at(record.label()).remedy("look at the header: the kernel writes standard images only"));
        }
        cpu.map(c -> mask.andNot(c.all())).filter(foreign -> !foreign.isEmpty())
                .ifPresent(foreign -> findings.add(foreign(record, "XCOMP_BV", foreign)));
        XFeatureMask described = cpu.map(c -> mask.andNot(c.undescribed(mask))).orElse(XFeatureMask.LEGACY);
        XFeatureMask manual = mask.andNot(described).andNot(XFeatureMask.LEGACY);
        // component 2 has had 256 bytes in every processor so far
        if (!XFeatureMask.of(2).hasAll(manual)) {
            findings.add(Finding.note("layout-from-manual", cpu
                    .map(c -> "the given CPU does not describe %s of XCOMP_BV: their sizes are the manual's"
                            .formatted(manual))
                    .orElse("no CPU was given: the sizes of the components are the manual's"))
                    .at(record.label()).remedy(NAME_CPU));
        }
        XsaveCpu sizes = DescribedSizes.cpu(catalog, cpu);
        XFeatureMask unknown = sizes.undescribed(mask);
        XFeatureMask placed = mask;
        if (!unknown.isEmpty()) {
            int first = Long.numberOfTrailingZeros(unknown.bits());
            placed = mask.and(new XFeatureMask((1L << first) - 1));
            findings.add(Finding.error("layout-unknown",
                    "XCOMP_BV has %s, whose size nobody tells: components from %d on cannot be placed"
                            .formatted(unknown, first))
                    .at(record.label()).remedy("name the CPU with --cpuid FILE"));
        }
        return done(record, XsaveLayout.compacted(sizes, placed), ResolvedImage.Origin.COMPACTED, findings);
    }

    private ResolvedImage fromCpu(ImageRecord record, XsaveCpu given, List<Finding> findings) {
        XFeatureMask told = room(record);
        XFeatureMask wanted = told.isEmpty() ? given.xcr0() : told;
        XFeatureMask inUse = XsaveImage.xstateBv(record.area()).components();
        XFeatureMask foreign = wanted.or(inUse).andNot(given.xcr0())
                .andNot(supervisorInUse(record, findings));
        if (!foreign.isEmpty()) {
            findings.add(foreign(record, "the image", foreign));
        }
        XFeatureMask nowhere = given.undescribed(wanted.and(given.xcr0()));
        if (!nowhere.isEmpty()) {
            findings.add(Finding.error("layout-unknown",
                    "the given CPU enumerates %s of the image, but its source lacks their places"
                            .formatted(nowhere))
                    .at(record.label()).remedy("name the CPU with a complete CPUID file"));
        }
        XFeatureMask known = wanted.and(given.xcr0()).andNot(nowhere);
        XsaveLayout layout = XsaveLayout.standard(given, known);
        if (!told.isEmpty() && foreign.isEmpty() && nowhere.isEmpty()) {
            fitsAnotherBetter(record, layout, known).ifPresent(findings::add);
        }
        return done(record, layout, ResolvedImage.Origin.CPU, findings);
    }

    /**
     * Cores, frames and regsets end with their last component. A size that is exactly another CPU's for the same mask,
     * with other places, says that the wrong one was named; it would decode without any other sign of that.
     */
    private static Optional<Finding> fitsAnotherBetter(ImageRecord record, XsaveLayout layout,
            XFeatureMask mask) {
        long size = record.area().byteSize();
        LayoutInference.Inferred other = LayoutInference.infer(mask, size);
        if (layout.size() == size || !other.exactSize() || other.layout().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning("image-fits-another-cpu",
                "mask %s takes %d bytes on the given CPU, but the image has %d, exactly those of %s, which places components elsewhere"
                        .formatted(mask, layout.size(), size, String.join(", ", other.agreeing())))
                .at(record.label()).value("area", size).value("layout", layout.size())
                .remedy("leave the CPU out, or name the one that wrote the image"));
    }

    private static Finding foreign(ImageRecord record, String who, XFeatureMask foreign) {
        return Finding.error("image-not-of-this-cpu",
                "%s has %s, which the given CPU does not enumerate".formatted(who, foreign))
                .at(record.label())
                .remedy("name the CPU that wrote the image");
    }

    /** The components that the image has room for, as far as the image itself tells. */
    private static XFeatureMask room(ImageRecord record) {
        XFeatureMask inUse = XsaveImage.xstateBv(record.area()).components();
        return record.features().isEmpty() ? XFeatureMask.NONE : record.features().components().or(inUse);
    }

    /** Supervisor components have no place in the standard format: XSAVE never sets their bits, XRSTOR refuses them. */
    private XFeatureMask supervisorInUse(ImageRecord record, List<Finding> findings) {
        XFeatureMask supervisor = XFeatureMask.NONE;
        XFeatureMask claimed = record.features().components()
                .or(XsaveImage.xstateBv(record.area()).components());
        for (int number : claimed) {
            boolean switchedByXss = cpu.map(c -> c.xss().has(number))
                    .orElseGet(() -> catalog.descriptor(number).map(d -> !d.isUser()).orElse(false));
            supervisor = switchedByXss ? supervisor.with(number) : supervisor;
        }
        if (!supervisor.isEmpty()) {
            findings.add(Finding.error("supervisor-in-standard-image",
                    "the mask or XSTATE_BV of a standard-format image has the supervisor components %s, which have no place "
                            .formatted(supervisor) + "there; they are left out")
                    .at(record.label()).remedy("look for a header that something else wrote"));
        }
        return supervisor;
    }

    private ResolvedImage inferred(ImageRecord record, List<Finding> findings) {
        XFeatureMask told = room(record);
        XFeatureMask claimed = (told.isEmpty() ? XsaveImage.xstateBv(record.area()).components() : told)
                .andNot(supervisorInUse(record, findings));
        XFeatureMask unknown = claimed.andNot(LayoutInference.known());
        if (!unknown.isEmpty()) {
            findings.add(Finding.error("layout-unknown",
                    "the image has %s, which no known CPU has in the standard format; they cannot be placed"
                            .formatted(unknown))
                    .at(record.label()).remedy(NAME_CPU));
        }
        XFeatureMask wanted = claimed.andNot(unknown);
        LayoutInference.Inferred inferred = LayoutInference.infer(wanted, record.area());
        if (inferred.layout().isEmpty()) {
            findings.add(Finding.error("layout-unknown",
                    "no known CPU has an image with the components %s: only x87 and SSE can be placed"
                            .formatted(wanted))
                    .at(record.label()).remedy(NAME_CPU));
            return done(record, XsaveLayout.ofPlacements(List.of()), ResolvedImage.Origin.UNKNOWN, findings);
        }
        if (!inferred.others().isEmpty()) {
            findings.add(Finding.warning("layout-ambiguous",
                    "mask %s and %d bytes fit the layout of %s, which is used, but also another one of %s"
                            .formatted(wanted, record.area().byteSize(),
                                    String.join(", ", inferred.agreeing()),
                                    String.join(", ", inferred.others())))
                    .at(record.label()).remedy(NAME_CPU));
        } else if (!XFeatureMask.of(0, 1, 2).hasAll(wanted)) {
            findings.add(Finding.note("layout-inferred",
                    "mask %s and %d bytes fit one layout among the known CPUs, that of %s%s%s".formatted(
                            wanted,
                            record.area().byteSize(), String.join(", ", inferred.agreeing()),
                            inferred.exactSize() ? "" : "; the size is not exactly its own",
                            inferred.byContent()
                                    ? "; any other leaves bytes that are not 0 between or behind the components"
                                    : ""))
                    .at(record.label()).remedy("to be sure, name the CPU that wrote it"));
        }
        return done(record, inferred.layout().get(), ResolvedImage.Origin.INFERRED, findings);
    }

    /** In-use state that the note forgets would vanish silently. */
    private void withoutPlace(ImageRecord record, XsaveLayout layout, List<Finding> findings) {
        XFeatureMask missing = XsaveImage.xstateBv(record.area()).components().andNot(layout.mask())
                .andNot(supervisorInUse(record, findings));
        if (!missing.isEmpty()) {
            findings.add(Finding.error("layout-note-incomplete",
                    "XSTATE_BV says that %s are in use, but NT_X86_XSAVE_LAYOUT gives them no place: they cannot be read"
                            .formatted(missing))
                    .at(record.label()).remedy("read the core with the CPU's CPUID (--cpuid FILE)"));
        }
    }

    private ResolvedImage done(ImageRecord record, XsaveLayout layout, ResolvedImage.Origin origin,
            List<Finding> findings) {
        long size = record.area().byteSize();
        List<Placement> beyond = layout.placements().stream().filter(p -> p.end() > size).toList();
        if (!beyond.isEmpty()) {
            findings.add(truncated(record, layout, beyond));
        }
        return new ResolvedImage(record, Optional.of(XsaveImage.of(record.area(), layout)), origin, findings);
    }

    /** Nothing is lost where the components beyond the end are in their initial configuration. */
    private Finding truncated(ImageRecord record, XsaveLayout layout, List<Placement> beyond) {
        long size = record.area().byteSize();
        XFeatureMask inUse = XsaveImage.xstateBv(record.area());
        String lost = names(beyond.stream().filter(p -> inUse.has(p.number())).toList());
        String unused = names(beyond.stream().filter(p -> !inUse.has(p.number())).toList());
        String text = "the area has %d bytes, its layout %d".formatted(size, layout.size());
        if (compactedSizeOf(layout) == size) {
            text += " (%d is the size of the same components in the compacted format, which a standard image does not fit)"
                    .formatted(size);
        }
        if (lost.isEmpty()) {
            return Finding.note("image-short",
                    text + ": there is no room for " + unused + ", in the initial configuration here")
                    .at(record.label()).value("area", size).value("layout", layout.size());
        }
        return Finding.warning("image-truncated", text + ": " + lost + " cannot be read").at(record.label())
                .value("area", size).value("layout", layout.size())
                .remedy("record the whole area: its size is that of CPUID.(EAX=0DH,ECX=0).EBX, with KVM that of "
                        + "KVM_GET_XSAVE2");
    }

    private String names(List<Placement> placements) {
        return placements.stream().map(p -> catalog.name(p.number())).collect(Collectors.joining(", "));
    }

    private long compactedSizeOf(XsaveLayout layout) {
        XsaveCpu sizes = DescribedSizes.cpu(catalog, cpu);
        return layout.isCompacted() || !sizes.undescribed(layout.mask()).isEmpty()
                ? -1
                : XsaveLayout.compacted(sizes, layout.mask()).size();
    }
}
