package org.xstate.sim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.model.KernelVersion;

/**
 * What is set from outside; it wins over what a scenario says.
 *
 * @param scenarios names of the scenarios that are wanted; empty for all of the file
 * @param kernel    release of the kernel
 * @param profile   name of a CPU profile
 * @param knobs     values by the knob's name
 * @param catalog   the xfeatures
 */
public record LoadOptions(List<String> scenarios, Optional<KernelVersion> kernel, Optional<String> profile,
        Map<String, String> knobs, FeatureCatalog catalog) {

    public LoadOptions {
        scenarios = List.copyOf(scenarios);
        knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
    }
}
