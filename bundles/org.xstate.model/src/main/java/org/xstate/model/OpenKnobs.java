package org.xstate.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knobs that are left open: each is a variable that nothing changes, and the model begins with its values. The choice
 * comes before all setups, which may rule out combinations. An open knob cannot be where a constant is needed.
 *
 * @param names      of the knobs, each once
 * @param valuations the combinations of values to begin with, in the order of the names, by the values' numbers; without it
 *                   all are
 */
public record OpenKnobs(List<String> names, Optional<List<List<Long>>> valuations) {

    public static final OpenKnobs NONE = new OpenKnobs(List.of(), Optional.empty());

    /** Most valuations that can be listed. */
    public static final int MAX_VALUATIONS = 1 << 16;

    /** @throws IllegalArgumentException if a name is there twice, or a valuation is not one of these knobs */
    public OpenKnobs {
        names = List.copyOf(names);
        valuations = valuations.map(all -> all.stream().map(List::copyOf).toList());
        int knobs = names.size();
        if (Set.copyOf(names).size() != knobs) {
            throw new IllegalArgumentException("a knob twice among " + names);
        }
        valuations.ifPresent(all -> {
            if (all.isEmpty() || all.size() > MAX_VALUATIONS
                    || all.stream().anyMatch(values -> values.size() != knobs)) {
                throw new IllegalArgumentException(
                        all.size() + " valuations, some not of " + knobs + " knobs");
            }
        });
    }

    /** With all combinations of their values. */
    public static OpenKnobs all(Set<String> names) {
        return new OpenKnobs(List.copyOf(new TreeSet<>(names)), Optional.empty());
    }
}
