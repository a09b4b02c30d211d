package org.xstate.analysis.designs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.sim.scenario.LoadOptions;

/**
 * The question that a matrix answers.
 *
 * @param designs the ones to be judged, in the order of the rows
 * @param known   all that there are: the text of one may include that of another
 * @param subject the components; without it those of the standard harness
 * @param load    kernel, processor and knobs where they are not the standard harness's, and the xfeatures
 */
public record DesignStudy(List<Design> designs, List<Design> known, Optional<Subject> subject,
        LoadOptions load) {

    public DesignStudy {
        designs = List.copyOf(designs);
        known = List.copyOf(known);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(load);
    }

    /** Whether it is the standard harness with its own components, kernel, processor and knobs. */
    public boolean isStandard() {
        return isStandardMachine() && subject().filter(one -> !one.equals(Subject.standard())).isEmpty();
    }

    /** Whether kernel, processor and knobs are those of the standard harness, whatever the components are. */
    public boolean isStandardMachine() {
        return load.kernel().isEmpty() && load.profile().isEmpty() && load.knobs().isEmpty();
    }

    /** The same designs and components on the standard harness's kernel and processor. */
    public DesignStudy onStandardMachine() {
        return new DesignStudy(designs, known, subject, new LoadOptions(List.of(), Optional.empty(),
                Optional.empty(), java.util.Map.of(), load.catalog(), load.handlers(), java.util.Set.of()));
    }

    public Subject components() {
        return subject.orElseGet(Subject::standard);
    }

    Harness harness() {
        return new Harness(known, subject);
    }
}
