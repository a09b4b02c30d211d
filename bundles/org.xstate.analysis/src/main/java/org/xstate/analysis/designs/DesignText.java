package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.ApiDesign;
import org.xstate.api.ModelText;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.diagnostic.Span;
import org.xstate.sim.scenario.LoadOptions;

/** Tells whether a design's text is one. */
public final class DesignText {

    private static final SourceFiles NOTHING_BESIDE = _ -> Optional.empty();

    private DesignText() {
    }

    /**
     * The errors of the standard harness with this design in it, those in the design's own text first.
     *
     * @param others whose text it may include
     * @param base   what bundles contribute; sets nothing
     */
    public static List<Diagnostic> problems(ModelText text, List<ApiDesign> others, LoadOptions base) {
        Design design = new Design("candidate", "", text, Map.of(), NOTHING_BESIDE);
        List<Design> known = new ArrayList<>(Design.of(others));
        known.add(design);
        List<Diagnostic> errors = DesignSurvey.load(design, new Harness(known, Optional.empty()), base)
                .diagnostics().stream().filter(Diagnostic::isError)
                .sorted(Comparator.comparing(error -> !error.span().file().equals(text.name()))).toList();
        // what the headers declare is missing everywhere else then
        return !errors.isEmpty() && !text.text().contains("#include")
                ? List.of(Diagnostic.error("no-harness", new Span(text.name(), 1, 1, 1),
                        "the design includes no header of the harness")
                        .suggest("begin with '#include \"harness.h\"', as those of examples/designs do"))
                : errors;
    }
}
