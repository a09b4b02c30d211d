package org.xstate.sim.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.model.KernelVersion;
import org.xstate.model.diagnostic.SourceFiles;

/**
 * The library's text for one processor: the files beside this class, and {@value #MACHINE_HEADER}, which is made.
 *
 * @param names of its files, in the order in which they are read before a scenario's own
 * @param files their text; nothing else
 * @param map   how images are cut, for whoever shows or checks them
 */
public record Library(List<String> names, SourceFiles files, ImageMap map) {

    /** The file that is made from a CPU profile. */
    public static final String MACHINE_HEADER = "hardware/machine.h";

    private static final String INDEX = "index";

    /** What {@link #of} gives: a library, or why there is none. */
    public sealed interface Result {
        record Ready(Library library) implements Result {
        }

        /** @param setting which setting of a scenario is to blame @param reason one sentence without full stop */
        record Refused(String setting, String reason) implements Result {
        }
    }

    public Library {
        names = List.copyOf(names);
    }

    /**
     * Prepares the library for a scenario.
     *
     * @param profile  name of a CPU profile
     * @param features the components that have values, by the kernel's or the manual's name
     * @param kernel   on which {@code xsave_instruction} depends
     * @param knobs    values that were set, by the scenario or from outside; the tables depend on {@code
     *                 xsave_instruction}, {@code standard_images} and {@code partial_images}
     */
    public static Result of(String profile, List<String> features, KernelVersion kernel,
            Map<String, String> knobs, FeatureCatalog catalog) {
        return switch (Setup.of(profile, features, kernel, knobs, catalog)) {
            case Setup.Bad(String setting, String reason) -> new Result.Refused(setting, reason);
            case Setup.Good(Processor processor) -> new Result.Ready(of(processor));
        };
    }

    /** The library for that processor. */
    public static Library of(Processor processor) {
        ImageMap map = ImageMap.of(processor);
        String header = MachineHeader.of(map);
        List<String> names = new ArrayList<>(List.of(MACHINE_HEADER));
        names.addAll(fileNames());
        return new Library(names, SourceFiles.of(Map.of(MACHINE_HEADER, header)).or(Library::resource), map);
    }

    /** The files that are the same for every processor, in order. */
    public static List<String> fileNames() {
        return resource(INDEX).orElseThrow(() -> new IllegalStateException("the library has no index"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static Optional<String> resource(String name) {
        // names come from include directives, too, and must not lead out of the library's folder
        if (name.startsWith("/") || name.contains("..")) {
            return Optional.empty();
        }
        try (InputStream stream = Library.class.getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
