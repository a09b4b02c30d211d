package org.xstate.analysis.convert;

import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.DescribedSizes;

/** Settles the layout of the result, or says why there is none. */
final class TargetLayout {

    private final ConversionRequest request;
    private final XsaveLayout source;
    private final FeatureCatalog catalog;
    private final List<Finding> findings;

    /** @param findings receives an error for each obstacle */
    TargetLayout(ConversionRequest request, XsaveLayout source, FeatureCatalog catalog,
            List<Finding> findings) {
        this.request = request;
        this.source = source;
        this.catalog = catalog;
        this.findings = findings;
    }

    /** @param inUse the components that the result has to hold */
    Optional<XsaveLayout> choose(XFeatureMask inUse) {
        return request.format() == XsaveLayout.Format.STANDARD ? standard() : compacted(inUse);
    }

    private Optional<XsaveLayout> standard() {
        if (request.cpu().isEmpty()) {
            return ownOffsets();
        }
        XsaveCpu cpu = request.cpu().get();
        XFeatureMask mask = request.xcr0().orElse(cpu.xcr0()).components().or(XFeatureMask.LEGACY);
        request.xcr0().ifPresent(value -> EnablingRules.xcr0(value, cpu, catalog)
                .forEach(refusal -> findings.add(Finding.error("convert-mask-refused",
                        "XCR0 %s is no value for the target: %s".formatted(value, refusal.reason())))));
        return described(cpu, mask) ? Optional.of(XsaveLayout.standard(cpu, mask)) : Optional.empty();
    }

    /** Offsets are no property of a component: without a CPU there are only those of the source. */
    private Optional<XsaveLayout> ownOffsets() {
        if (source.isCompacted()) {
            findings.add(Finding.error("convert-cpu-needed",
                    "the offsets of the standard format come from CPUID, and no CPU was named")
                    .remedy("name it with --cpu NAME, --cpuid FILE or --host"));
            return Optional.empty();
        }
        XFeatureMask missing = request.xcr0().orElse(XFeatureMask.NONE).components().andNot(source.mask())
                .andNot(XFeatureMask.LEGACY);
        if (!missing.isEmpty()) {
            findings.add(Finding.error("convert-cpu-needed",
                    "the source has no place for components %s, and no CPU was named that tells their offsets"
                            .formatted(missing))
                    .remedy("name it with --cpu NAME, --cpuid FILE or --host"));
            return Optional.empty();
        }
        return Optional.of(XsaveLayout.ofPlacements(source.placements().stream()
                .filter(p -> p.number() > 1 && request.xcr0().map(mask -> mask.has(p.number())).orElse(true))
                .toList()));
    }

    private Optional<XsaveLayout> compacted(XFeatureMask inUse) {
        XsaveCpu cpu = request.cpu().orElseGet(() -> DescribedSizes.cpu(catalog, Optional.empty()));
        if (!cpu.features().xsavec() && !cpu.features().xsaves()) {
            findings.add(Finding.error("convert-no-xsavec",
                    "the target has no XSAVEC: XRSTOR raises #GP there for any compacted image")
                    .remedy("convert to the standard format"));
            return Optional.empty();
        }
        boolean masks = request.xcr0().isPresent() || request.xss().isPresent();
        XFeatureMask user = request.xcr0().orElseGet(() -> users(inUse));
        XFeatureMask mask = (masks ? user.or(request.xss().orElse(XFeatureMask.NONE)) : inUse).components()
                .or(XFeatureMask.LEGACY);
        return described(cpu, mask) ? Optional.of(XsaveLayout.compacted(cpu, mask)) : Optional.empty();
    }

    private XFeatureMask users(XFeatureMask inUse) {
        if (request.cpu().isPresent()) {
            return request.cpu().get().xcr0();
        }
        XFeatureMask user = XFeatureMask.NONE;
        for (int number : inUse.components()) {
            boolean supervisor = catalog.descriptor(number)
                    .filter(d -> d.kind() == XFeatureDescriptor.Kind.SUPERVISOR).isPresent();
            user = supervisor ? user : user.with(number);
        }
        return user;
    }

    /** Components that the CPU lacks or whose size it does not tell have no place; lost state is reported elsewhere. */
    private boolean described(XsaveCpu cpu, XFeatureMask mask) {
        XFeatureMask enabled = request.format() == XsaveLayout.Format.STANDARD ? cpu.xcr0() : cpu.all();
        XFeatureMask foreign = mask.andNot(enabled).andNot(XFeatureMask.LEGACY);
        if (!foreign.isEmpty()) {
            findings.add(Finding.error("convert-component-not-on-target",
                    "the target does not have %s".formatted(names(foreign)))
                    .remedy("leave the components out of --xcr0 and --xss, or give them up with --drop NAME"));
        }
        XFeatureMask unknown = cpu.undescribed(mask.and(enabled));
        if (!unknown.isEmpty()) {
            findings.add(Finding.error("convert-size-unknown",
                    "nobody tells the size of %s on the target".formatted(names(unknown)))
                    .remedy("record the sub-leaves of CPUID.(EAX=0DH), or leave the components out"));
        }
        return foreign.isEmpty() && unknown.isEmpty();
    }

    private String names(XFeatureMask mask) {
        return mask.numbers().mapToObj(catalog::label).collect(java.util.stream.Collectors.joining(", "));
    }

    /** Bytes that a component has in a layout; 0 without a place. */
    static int size(XsaveLayout layout, int number) {
        return layout.placement(number).map(Placement::size).orElse(0);
    }
}
