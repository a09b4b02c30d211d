package org.xstate.sim.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.model.KernelVersion;
import org.xstate.model.OpenKnobs;

/**
 * What is set from outside; it wins over what a scenario says.
 *
 * @param scenarios names of the scenarios that are wanted; empty for all of the file
 * @param kernel    release of the kernel
 * @param profile   of the CPU, by a name that {@code processors} knows
 * @param knobs     values by the knob's name
 * @param catalog   the xfeatures
 * @param handlers  trap handlers; a scenario gets those whose components it has
 * @param processors finds what {@code cpu_profile} names
 * @param open      knobs that are left open
 * @param policies  restore policies by the component's name
 * @param otherwise what stands in where neither these options nor a scenario name a kernel or a profile
 */
public record LoadOptions(List<String> scenarios, Optional<KernelVersion> kernel, Optional<String> profile,
        Map<String, String> knobs, FeatureCatalog catalog, List<TrapHandlerSource> handlers,
        ProcessorFinder processors, OpenKnobs open, Map<String, RestorePolicy> policies,
        Otherwise otherwise) {

    /**
     * What stands in where nothing else is named.
     *
     * @param kernel  release of the kernel; empty for the program's default
     * @param profile of the CPU, by a name that is known; empty for the program's default
     */
    public record Otherwise(Optional<KernelVersion> kernel, Optional<String> profile) {

        /** The program's defaults. */
        public static final Otherwise PROGRAM = new Otherwise(Optional.empty(), Optional.empty());

        public Otherwise {
            Objects.requireNonNull(kernel);
            Objects.requireNonNull(profile);
        }
    }

    public LoadOptions {
        Objects.requireNonNull(processors);
        Objects.requireNonNull(otherwise);
        handlers = List.copyOf(handlers);
        scenarios = List.copyOf(scenarios);
        knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /**
     * Nothing is set; the xfeatures and trap handlers are those that bundles contribute at this moment, the processors the
     * known ones.
     */
    public static LoadOptions of(Contributions contributions) {
        return of(contributions.features(), contributions.trapHandlers());
    }

    /** Nothing is set, on the known processors. */
    public static LoadOptions of(FeatureCatalog catalog, List<TrapHandlerSource> handlers) {
        return new LoadOptions(List.of(), Optional.empty(), Optional.empty(), Map.of(), catalog, handlers,
                ProcessorFinder.KNOWN, OpenKnobs.NONE, Map.of(), Otherwise.PROGRAM);
    }

    /** The same for these scenarios only. */
    public LoadOptions only(List<String> wanted) {
        return new LoadOptions(wanted, kernel, profile, knobs, catalog, handlers, processors, open,
                policies, otherwise);
    }

    /** The same with other values of knobs. */
    public LoadOptions with(Map<String, String> values) {
        return new LoadOptions(scenarios, kernel, profile, values, catalog, handlers, processors, open,
                policies, otherwise);
    }

    /** The same with these knobs left open. */
    public LoadOptions leaving(Set<String> names) {
        return leaving(OpenKnobs.all(names));
    }

    /** The same with these knobs left open. */
    public LoadOptions leaving(OpenKnobs left) {
        return new LoadOptions(scenarios, kernel, profile, knobs, catalog, handlers, processors, left,
                policies, otherwise);
    }

    /** The same with this kernel and profile, where they are given. */
    public LoadOptions on(Optional<KernelVersion> release, Optional<String> cpu) {
        return new LoadOptions(scenarios, release.or(this::kernel), cpu.or(this::profile), knobs, catalog,
                handlers, processors, open,
                policies, otherwise);
    }

    /** The same with processors that are found another way. */
    public LoadOptions on(ProcessorFinder finder) {
        return new LoadOptions(scenarios, kernel, profile, knobs, catalog, handlers, finder, open,
                policies, otherwise);
    }

    /** The same with other restore policies for some components. */
    public LoadOptions restoring(Map<String, RestorePolicy> others) {
        return new LoadOptions(scenarios, kernel, profile, knobs, catalog, handlers, processors, open,
                others, otherwise);
    }

    /** The same with something else for what neither these options nor a scenario name. */
    public LoadOptions otherwise(Otherwise standIn) {
        return new LoadOptions(scenarios, kernel, profile, knobs, catalog, handlers, processors, open,
                policies, standIn);
    }
}
