package org.xstate.analysis.designs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.ApiDesign;
import org.xstate.api.ModelText;
import org.xstate.model.diagnostic.SourceFiles;

/**
 * A design under study.
 *
 * @param id      unique among the designs of a matrix
 * @param summary one line; empty where nobody wrote one
 * @param source  the file that defines {@code update_component}
 * @param knobs   values of knobs of its text
 * @param beside  further files that its text may include
 */
public record Design(String id, String summary, ModelText source, Map<String, String> knobs,
        SourceFiles beside) {

    private static final SourceFiles NONE = _ -> Optional.empty();

    public Design {
        Objects.requireNonNull(id);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(source);
        Objects.requireNonNull(beside);
        knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
    }

    /** A contributed one; asks all of its methods. */
    public static Design of(ApiDesign design) {
        return new Design(design.id(), design.summary(), design.source(), design.knobs(), NONE);
    }

    /** All of these, in their order. */
    public static List<Design> of(List<ApiDesign> designs) {
        return designs.stream().map(Design::of).toList();
    }

    /**
     * Somebody's own file.
     *
     * @param name   with {@code /} between folders
     * @param beside the files in its folder, by names that begin as this one does
     */
    public static Design file(String name, String text, SourceFiles beside) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String id = last.endsWith(".c") ? last.substring(0, last.length() - 2) : last;
        return new Design(id, "", new ModelText(name, text), Map.of(), beside);
    }

    /**
     * Somebody's own file beside designs that are known: a changed copy of one of them goes by its file's name, so that its
     * rows stand beside those of the original.
     */
    public static Design file(String name, String text, SourceFiles beside, List<Design> known) {
        Design own = file(name, text, beside);
        return known.stream().anyMatch(one -> one.id().equals(own.id())) ? own.named(name) : own;
    }

    /** The same under another id. */
    public Design named(String other) {
        return new Design(other, summary, source, knobs, beside);
    }
}
