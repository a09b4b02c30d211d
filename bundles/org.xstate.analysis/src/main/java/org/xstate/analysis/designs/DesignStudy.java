package org.xstate.analysis.designs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;

/**
 * The question that a matrix answers.
 *
 * @param designs  the ones to be judged, in the order of the rows
 * @param known    all that there are: the text of one may include that of another
 * @param subject  the components; without it those of the standard harness
 * @param switches kernel, processor and knobs that are not those of the standard harness
 * @param base     what bundles contribute; sets nothing
 */
public record DesignStudy(List<Design> designs, List<Design> known, Optional<Subject> subject,
        Switches switches, LoadOptions base) {

    public DesignStudy {
        designs = List.copyOf(designs);
        known = List.copyOf(known);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(switches);
        Objects.requireNonNull(base);
    }

    /**
     * What differs from the standard harness.
     *
     * @param kernel  release
     * @param profile name of a CPU profile
     * @param knobs   values by name; none of {@link #OWN}
     */
    public record Switches(Optional<KernelVersion> kernel, Optional<String> profile,
            Map<String, String> knobs) {

        /** Knobs that the matrix itself is made of: they cannot be set. */
        public static final List<String> OWN = List.of(DesignSurvey.ENTRY, DesignSurvey.THEN);

        /** The standard harness as it is. */
        public static final Switches NONE = new Switches(Optional.empty(), Optional.empty(), Map.of());

        public Switches {
            Objects.requireNonNull(kernel);
            Objects.requireNonNull(profile);
            knobs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
            if (knobs.keySet().stream().anyMatch(OWN::contains)) {
                throw new IllegalArgumentException(
                        "a matrix has every value of " + String.join(" and ", OWN));
            }
        }
    }

    /** These designs in the standard harness. */
    public static DesignStudy standard(List<Design> designs, LoadOptions base) {
        return new DesignStudy(designs, designs, Optional.empty(), Switches.NONE, base);
    }

    /** The same with these components. */
    public DesignStudy about(Subject components) {
        return new DesignStudy(designs, known, Optional.of(components), switches, base);
    }

    /** The same on the standard harness's kernel and processor. */
    public DesignStudy withoutSwitches() {
        return new DesignStudy(designs, known, subject, Switches.NONE, base);
    }

    /** Whether kernel, processor or knobs are not those of the standard harness. */
    public boolean hasSwitches() {
        return !switches.equals(Switches.NONE);
    }

    public Subject components() {
        return subject.orElseGet(Subject::standard);
    }

    Harness harness() {
        return new Harness(known, subject);
    }

    LoadOptions load(Map<String, String> knobs) {
        Map<String, String> all = new LinkedHashMap<>(knobs);
        all.putAll(switches.knobs());
        return base.on(switches.kernel(), switches.profile()).with(all);
    }
}
