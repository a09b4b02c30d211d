package org.xstate.model.internal.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.KernelVersion;
import org.xstate.model.OpenKnobs;
import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Span;

/**
 * What a model is compiled for, settled before anything is checked.
 *
 * @param scenario      name of the scenario
 * @param knobs         what is set from outside or by the scenario; each knob takes out its own
 * @param open          knobs that are left open
 * @param numbers       the constants of the language that follow from the scenario, by name
 * @param features      what {@code features(...)} lists
 * @param continuations what {@code continuations(...)} lists
 */
record Settings(Optional<String> scenario, KernelVersion kernel, Map<String, Wanted> knobs,
        OpenKnobs open, Map<String, Long> numbers, List<Expression> features,
        List<Expression> continuations) {

    /**
     * What a knob is to be.
     *
     * @param knob  where the knob is named, or the place for what is said from outside
     * @param place where the value stands; absent if it comes from outside
     */
    record Wanted(String value, Span knob, Optional<Span> place) {
    }

    Settings {
        knobs = new LinkedHashMap<>(knobs);
        numbers = Map.copyOf(numbers);
        features = List.copyOf(features);
        continuations = List.copyOf(continuations);
    }

    int cpus() {
        return numbers.get("NR_CPUS").intValue();
    }
}
