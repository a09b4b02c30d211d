package org.xstate.analysis.features;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.XFeatureDescriptor;

/** The manual's names of exceptions (Intel SDM volume 3, table 7-1). */
public final class Vectors {

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(0, "#DE"), Map.entry(1, "#DB"),
            Map.entry(3, "#BP"), Map.entry(4, "#OF"), Map.entry(5, "#BR"), Map.entry(6, "#UD"),
            Map.entry(7, "#NM"), Map.entry(8, "#DF"), Map.entry(10, "#TS"), Map.entry(11, "#NP"),
            Map.entry(12, "#SS"), Map.entry(13, "#GP"), Map.entry(14, "#PF"), Map.entry(16, "#MF"),
            Map.entry(17, "#AC"), Map.entry(18, "#MC"), Map.entry(19, "#XM"), Map.entry(20, "#VE"),
            Map.entry(21, "#CP"));

    private Vectors() {
    }

    /** {@code #GP}; the number of a vector without a name. */
    public static String name(int vector) {
        return NAMES.getOrDefault(vector, Integer.toString(vector));
    }

    /** Those of the handlers that only scenarios with this component have, as people read them: {@code #GP, #NM}. */
    public static String of(XFeatureDescriptor feature, List<ContributedHandler> handlers) {
        return handlers.stream().map(ContributedHandler::handler)
                .filter(handler -> handler.needs().has(feature.number()))
                .map(handler -> name(handler.vector())).distinct().collect(Collectors.joining(", "));
    }
}
