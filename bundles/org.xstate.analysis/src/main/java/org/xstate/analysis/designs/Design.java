package org.xstate.analysis.designs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xstate.api.ApiDesign;
import org.xstate.api.ModelText;

/**
 * A design under study.
 *
 * @param id      unique among the designs of a matrix
 * @param summary one line; empty where nobody wrote one
 * @param source  the file that defines {@code update_component}
 * @param knobs   values of knobs of its text
 */
public record Design(String id, String summary, ModelText source, Map<String, String> knobs) {

    public Design {
        Objects.requireNonNull(id);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(source);
        knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
    }

    /** A contributed one; asks all of its methods. */
    public static Design of(ApiDesign design) {
        return new Design(design.id(), design.summary(), design.source(), design.knobs());
    }

    /** All of these, in their order. */
    public static List<Design> of(List<ApiDesign> designs) {
        return designs.stream().map(Design::of).toList();
    }

    /** Somebody's own file. */
    public static Design file(String name, String text) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String id = last.endsWith(".c") ? last.substring(0, last.length() - 2) : last;
        return new Design(id, "", new ModelText(name, text), Map.of());
    }
}
