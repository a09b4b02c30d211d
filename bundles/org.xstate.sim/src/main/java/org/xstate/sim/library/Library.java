package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.KernelVersion;
import org.xstate.model.diagnostic.SourceFiles;

/**
 * The text that a scenario is compiled behind, for one processor: the files beside this class, what the processor's
 * xfeatures bring, trap handlers, and {@value #MACHINE_HEADER}, which is made.
 *
 * @param hardware what the processor does, in the order in which it is read
 * @param kernel   what the kernel does, read after it and before a scenario's own text
 * @param map      how images are cut, for whoever shows or checks them
 * @param others   what the library would hold for other processors and policies
 */
public record Library(List<ModelText> hardware, List<ModelText> kernel, ImageMap map, OtherTexts others) {

    /** The file that is made from a CPU profile. */
    public static final String MACHINE_HEADER = "hardware/machine.h";

    /** Knobs on which the made file depends, so that they cannot be left open. */
    public static final Set<String> TABLE_KNOBS = Set.of("xsave_instruction", "standard_images",
            "partial_images");

    /** What {@link #of} gives: a library, or why there is none. */
    public sealed interface Result {
        record Ready(Library library) implements Result {
        }

        /** @param setting which setting of a scenario is to blame @param reason one sentence without full stop */
        record Refused(String setting, String reason) implements Result {
        }
    }

    public Library {
        hardware = List.copyOf(hardware);
        kernel = List.copyOf(kernel);
    }

    /** The same for a processor that the workbench knows. @param profile its name */
    public static Result of(String profile, List<String> features, KernelVersion kernel,
            Map<String, String> knobs, FeatureCatalog catalog, List<TrapHandlerSource> handlers) {
        return CpuProfiles.find(profile).map(found -> of(found, features, kernel, knobs, catalog, handlers))
                .orElseGet(() -> new Result.Refused("cpu_profile",
                        "there is no CPU profile '" + profile + "'"));
    }

    /**
     * Prepares the library for a scenario.
     *
     * @param profile  the processor
     * @param features the components that have values, by the kernel's or the manual's name
     * @param kernel   on which {@code xsave_instruction} depends
     * @param knobs    values that were set, by the scenario or from outside; the tables depend on {@code
     *                 xsave_instruction}, {@code standard_images} and {@code partial_images}
     * @param handlers trap handlers, of which those are read whose components the processor has enabled
     */
    public static Result of(CpuProfile profile, List<String> features, KernelVersion kernel,
            Map<String, String> knobs, FeatureCatalog catalog, List<TrapHandlerSource> handlers) {
        return switch (Setup.of(profile, features, kernel, knobs, catalog)) {
            case Setup.Bad(String setting, String reason) -> new Result.Refused(setting, reason);
            case Setup.Good(Processor processor) -> new Result.Ready(of(processor, handlers));
        };
    }

    /** The library for a processor with as many components as a model has room for, those of lower numbers first. */
    public static Optional<Library> widest(CpuProfile profile, KernelVersion kernel, FeatureCatalog catalog,
            List<TrapHandlerSource> handlers) {
        Optional<Setup.Good> best = Optional.empty();
        List<String> features = new ArrayList<>();
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            features.add(catalog.name(feature.number()));
            if (Setup.of(profile, features, kernel, Map.of(), catalog) instanceof Setup.Good more) {
                best = Optional.of(more);
            } else {
                features.removeLast();
            }
        }
        return best.map(good -> of(good.processor(), handlers));
    }

    /** The library for that processor. */
    public static Library of(Processor processor, List<TrapHandlerSource> handlers) {
        ImageMap map = ImageMap.of(processor);
        return new Library(Texts.hardware(map), Texts.kernel(processor, handlers), map,
                new OtherTexts(processor, processor.catalog(), handlers));
    }

    /** Names of its files, in the order in which they are read before a scenario's own. */
    public List<String> names() {
        return texts().map(ModelText::name).toList();
    }

    /** Their text; nothing else. */
    public SourceFiles files() {
        return SourceFiles.of(texts().collect(Collectors.toMap(ModelText::name, ModelText::text)));
    }

    private Stream<ModelText> texts() {
        return Stream.concat(hardware.stream(), kernel.stream());
    }

    /** Whether a file is one of those that tell what the processor does. */
    public boolean isHardware(String file) {
        return hardware.stream().anyMatch(text -> text.name().equals(file));
    }

    /** Whether a file is one of the library's. */
    public boolean has(String file) {
        return texts().anyMatch(text -> text.name().equals(file));
    }

    /** Says of a name that the library does not declare for which processor or policy it would. */
    public Optional<String> explanation(String name) {
        return others.explanation(name, text -> texts().anyMatch(text::equals));
    }

    /**
     * The components that a scenario would have to list for a name to be declared, by their names in {@code features(...)};
     * empty if that is not what the name waits for.
     */
    public List<String> missingFor(String name) {
        return others.missing(name, text -> texts().anyMatch(text::equals)).numbers()
                .mapToObj(others.catalog()::name).toList();
    }

    /** Texts that are read for other processors, components and policies, under names that this library does not use. */
    public List<ModelText> elsewhere() {
        return others.unread(text -> texts().anyMatch(text::equals)).stream().map(OtherTexts.Unread::text)
                .filter(text -> !has(text.name())).toList();
    }

    /** The same library, which knows of more texts that it does not hold. */
    public Library knowing(FeatureCatalog catalog, List<TrapHandlerSource> handlers) {
        return new Library(hardware, kernel, map, new OtherTexts(others.processor(), catalog, handlers));
    }

    /** The files that are the same for every processor, in order. */
    public static List<String> fileNames() {
        return Texts.fileNames();
    }
}
