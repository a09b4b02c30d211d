package org.xstate.analysis.plugins;

import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;

/** What known processors report about a component, against what a descriptor says. */
final class KnownSizes {

    private static final FeatureCatalog NOBODY = FeatureCatalog.of(List.of());

    private KnownSizes() {
    }

    static List<Finding> contradictions(XFeatureDescriptor feature) {
        return contradictions(feature, CpuProfiles.all());
    }

    /** Nothing where no processor has the component, or one agrees: sizes differ between processors. */
    static List<Finding> contradictions(XFeatureDescriptor feature, List<CpuProfile> profiles) {
        Optional<Finding> first = Optional.empty();
        for (CpuProfile profile : profiles) {
            Optional<ComponentInfo> reported = profile.read(NOBODY).cpu()
                    .flatMap(cpu -> cpu.component(feature.number()));
            if (reported.isPresent()) {
                Optional<Finding> found = contradiction(feature, profile, reported.get());
                if (found.isEmpty()) {
                    return List.of();
                }
                first = first.or(() -> found);
            }
        }
        return first.stream().toList();
    }

    private static Optional<Finding> contradiction(XFeatureDescriptor feature, CpuProfile profile,
            ComponentInfo reported) {
        if (reported.supervisor() == feature.isUser()) {
            return Optional.of(Finding.error("kind-contradicts-cpuid",
                    "it says that component %d is a %s component, and %s reports a %s component".formatted(
                            feature.number(), feature.kind().word(), profile.name(),
                            reported.supervisor() ? "supervisor" : "user"))
                    .remedy("describe it with XFeatureDescriptor.%s".formatted(
                            reported.supervisor() ? "supervisor" : "user")));
        }
        if (reported.size() != feature.size()) {
            return Optional.of(Finding.error("size-contradicts-cpuid",
                    "it says that component %d has %d bytes, and %s reports %d".formatted(feature.number(),
                            feature.size(), profile.name(), reported.size()))
                    .remedy("give the size that CPUID.(EAX=0DH,ECX=%d):EAX reports"
                            .formatted(feature.number())));
        }
        return Optional.empty();
    }
}
