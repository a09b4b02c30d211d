package org.xstate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model is compiled for. What is given here wins over what the scenario says, and that over the defaults in the
 * text.
 *
 * @param scenario which scenario; without one, the file's only one if it has just one
 * @param kernel   what {@code kernel_version()} is; without one, the scenario's, and without that {@link #DEFAULT_KERNEL}
 * @param knobs    values of knobs by the name of the knob: the name of a value, or a number
 * @param library  names of files that are read before the model's own, in this order
 * @param open     knobs that are left open
 */
public record CompileOptions(Optional<String> scenario, Optional<KernelVersion> kernel,
        Map<String, String> knobs, List<String> library, OpenKnobs open) {

    /** The release that a model is about if nobody says anything else. */
    public static final KernelVersion DEFAULT_KERNEL = new KernelVersion(6, 16, 0);

    public static final CompileOptions DEFAULT = new CompileOptions(Optional.empty(), Optional.empty(),
            Map.of(), List.of());

    /** @throws IllegalArgumentException if a knob is set and open */
    public CompileOptions {
        knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        library = List.copyOf(library);
        knobs.keySet().stream().filter(open.names()::contains).findFirst().ifPresent(knob -> {
            throw new IllegalArgumentException("knob " + knob + " is set, and open");
        });
    }

    /** With every knob set. */
    public CompileOptions(Optional<String> scenario, Optional<KernelVersion> kernel,
            Map<String, String> knobs, List<String> library) {
        this(scenario, kernel, knobs, library, OpenKnobs.NONE);
    }

    /** The same with a library. */
    public CompileOptions with(List<String> files) {
        return new CompileOptions(scenario, kernel, knobs, files, open);
    }

    /** The same with open knobs. */
    public CompileOptions withOpen(OpenKnobs left) {
        return new CompileOptions(scenario, kernel, knobs, library, left);
    }
}
