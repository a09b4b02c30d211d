package org.xstate.sim.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.model.KernelVersion;

/** Makes a processor of what a scenario says. */
sealed interface Setup {

    record Good(Processor processor) implements Setup {
    }

    record Bad(String setting, String reason) implements Setup {
    }

    static Setup of(CpuProfile profile, List<String> features, KernelVersion kernel,
            Map<String, String> knobs, FeatureCatalog catalog) {
        Optional<XsaveCpu> described = profile.read(catalog).cpu();
        if (described.isEmpty()) {
            return new Bad("cpu_profile", profile.name() + " has no XSAVE");
        }
        XsaveCpu cpu = described.get();
        if (features.isEmpty()) {
            return new Bad("features",
                    "a scenario with tasks names its components in 'features(...);'. %s has %s"
                            .formatted(profile.name(),
                                    names(cpu.all().andNot(XFeatureMask.LEGACY), catalog)));
        }
        XFeatureMask wanted = XFeatureMask.NONE;
        for (String feature : features) {
            Optional<XFeatureProvider> provider = catalog.find(feature);
            if (provider.isEmpty()) {
                return new Bad("features", "there is no component '" + feature + "'");
            }
            wanted = wanted.with(provider.get().descriptor().number());
        }
        XFeatureMask needed = closure(wanted.or(XFeatureMask.LEGACY), catalog);
        XFeatureMask enabled = needed.andNot(unused(needed, catalog));
        Optional<String> refused = refusal(profile, cpu, needed, enabled, catalog)
                .or(() -> withoutXfd(cpu, enabled, catalog));
        if (refused.isPresent()) {
            return new Bad(enabled.equals(needed) ? "features" : "policy", refused.get());
        }
        return choices(new Processor(profile.name(), cpu, catalog, wanted, enabled,
                SaveInstruction.of(cpu.features(), kernel), false, true), knobs);
    }

    /** With what the components require. */
    private static XFeatureMask closure(XFeatureMask mask, FeatureCatalog catalog) {
        XFeatureMask result = mask;
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            if (mask.has(feature.number())) {
                result = result.or(feature.requires()).or(feature.together());
            }
        }
        return result.equals(mask) ? result : closure(result, catalog);
    }

    /** What the kernel leaves switched off. */
    private static XFeatureMask unused(XFeatureMask mask, FeatureCatalog catalog) {
        return new XFeatureMask(mask.numbers()
                .filter(number -> catalog.provider(number)
                        .filter(one -> one.restorePolicy() instanceof RestorePolicy.Unused).isPresent())
                .mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b));
    }

    /** #NM is raised for one component by IA32_XFD alone. */
    private static Optional<String> withoutXfd(XsaveCpu cpu, XFeatureMask enabled, FeatureCatalog catalog) {
        return enabled.numbers().filter(number -> catalog.provider(number)
                .filter(one -> one.restorePolicy().equals(Processor.ON_DEVICE_NOT_AVAILABLE)).isPresent())
                .filter(number -> !cpu.features().xfd()
                        || cpu.component(number).filter(info -> info.xfd()).isEmpty())
                .mapToObj(number -> catalog.name(number)
                        + " cannot be restored on #NM: CPUID does not let IA32_XFD disable it")
                .findFirst();
    }

    private static Optional<String> refusal(CpuProfile profile, XsaveCpu cpu, XFeatureMask needed,
            XFeatureMask enabled, FeatureCatalog catalog) {
        XFeatureMask missing = needed.andNot(cpu.all());
        if (!missing.isEmpty()) {
            return Optional.of(profile.name() + " does not have " + names(missing, catalog));
        }
        XFeatureMask undescribed = cpu.undescribed(needed);
        if (!undescribed.isEmpty()) {
            return Optional.of("the profile of " + profile.name() + " does not tell the size of "
                    + names(undescribed, catalog));
        }
        if (enabled.andNot(XFeatureMask.LEGACY).count() > Processor.MOST_EXTENDED) {
            return Optional.of("at most %d extended components, with what they require; these are %d"
                    .formatted(Processor.MOST_EXTENDED, enabled.andNot(XFeatureMask.LEGACY).count()));
        }
        XFeatureMask supervisor = enabled.andNot(cpu.xcr0());
        return Stream.concat(EnablingRules.xcr0(enabled.and(cpu.xcr0()), cpu, catalog).stream(),
                supervisor.isEmpty() ? Stream.empty() : EnablingRules.xss(supervisor, cpu).stream())
                .map(EnablingRules.Refusal::reason).findFirst();
    }

    private static String names(XFeatureMask mask, FeatureCatalog catalog) {
        return String.join(", ", mask.numbers().mapToObj(catalog::name).toList());
    }

    private static Setup choices(Processor processor, Map<String, String> knobs) {
        String chosen = knobs.getOrDefault("xsave_instruction", processor.save().constant());
        Optional<SaveInstruction> save = Stream.of(SaveInstruction.values())
                .filter(one -> one.constant().equals(chosen)).findFirst();
        if (save.isEmpty() || !save.get().isIn(processor.cpu().features())) {
            return new Bad("xsave_instruction", save.isEmpty()
                    ? "'%s' is none of %s".formatted(chosen, String.join(", ", SaveInstruction.constants()))
                    : processor.name() + " does not have " + save.get().name());
        }
        if (!processor.xss().isEmpty() && save.get() != SaveInstruction.XSAVES) {
            return new Bad("xsave_instruction", names(processor.xss(), processor.catalog())
                    + " cannot be saved with " + save.get().name() + ", only with XSAVES");
        }
        return new Good(new Processor(processor.name(), processor.cpu(), processor.catalog(),
                processor.features(), processor.enabled(), save.get(),
                !save.get().isCompacted() || flag(knobs, "standard_images", false),
                flag(knobs, "partial_images", true)));
    }

    private static boolean flag(Map<String, String> knobs, String name, boolean otherwise) {
        return Optional.ofNullable(knobs.get(name)).map(value -> value.equals("1") || value.equals("true"))
                .orElse(otherwise);
    }
}
