package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/**
 * The combinations of values of some knobs.
 *
 * @param knobs        whose values are combined, in the order of the text
 * @param combinations those that have a meaning, by the values' numbers, in ascending order; all others are ruled out by
 *                     setups that only look at knobs
 */
public record KnobSpace(List<Program.Knob> knobs, List<List<Long>> combinations) {

    /** More cannot be swept in a day. */
    public static final int MAX_COMBINATIONS = 1 << 20;

    public KnobSpace {
        knobs = List.copyOf(knobs);
        combinations = List.copyOf(combinations);
    }

    /** All combinations, without any being ruled out. */
    static long product(List<Program.Knob> knobs) {
        return knobs.stream().mapToLong(knob -> knob.values().size())
                .reduce(1, (one, other) -> Math.min(one * other, MAX_COMBINATIONS + 1L));
    }

    public List<String> names() {
        return knobs.stream().map(Program.Knob::name).toList();
    }

    /** Each knob with the value that it has if nobody sets it. */
    public List<Long> posted() {
        return knobs.stream().map(Program.Knob::setting).toList();
    }

    /** The place of a combination in the list. */
    public OptionalInt number(List<Long> combination) {
        int low = 0;
        int high = combinations.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(combinations.get(middle), combination);
            if (order == 0) {
                return OptionalInt.of(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return OptionalInt.empty();
    }

    static int compare(List<Long> one, List<Long> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The combinations that differ from one in the value of one knob. */
    public List<Integer> neighbours(List<Long> combination) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < knobs.size(); i++) {
            for (long value : knobs.get(i).values().values()) {
                List<Long> other = new ArrayList<>(combination);
                other.set(i, value);
                if (value != combination.get(i)) {
                    number(other).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** How many knobs differ. */
    static int distance(List<Long> one, List<Long> other) {
        int distance = 0;
        for (int i = 0; i < one.size(); i++) {
            distance += one.get(i).equals(other.get(i)) ? 0 : 1;
        }
        return distance;
    }

    /** The values as they are written. */
    public List<String> written(List<Long> combination) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < knobs.size(); i++) {
            texts.add(Scenario.text(knobs.get(i), combination.get(i)));
        }
        return texts;
    }

    /**
     * The posted combination but for some knobs.
     *
     * @throws SearchRefused if there is no such knob or value
     */
    List<Long> combination(Map<String, String> settings) {
        List<Long> combination = new ArrayList<>(posted());
        settings.forEach((name, text) -> {
            int number = names().indexOf(name);
            if (number < 0) {
                throw new SearchRefused(
                        "the search has no knob '" + name + "'; it has " + String.join(", ", names()));
            }
            Map<String, Long> values = knobs.get(number).values();
            if (!values.containsKey(text)) {
                throw new SearchRefused("knob '" + name + "' cannot be '" + text + "'; it can be "
                        + String.join(", ", values.keySet()));
            }
            combination.set(number, values.get(text));
        });
        return combination;
    }
}
