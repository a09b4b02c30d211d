package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constant tables of a machine; equal ones are one. */
final class Tables {

    private final List<long[]> all = new ArrayList<>();
    private final Map<List<Long>, Integer> numbers = new HashMap<>();

    int number(List<Long> words) {
        return numbers.computeIfAbsent(List.copyOf(words), key -> {
            all.add(key.stream().mapToLong(Long::longValue).toArray());
            return all.size() - 1;
        });
    }

    long[] table(int number) {
        return all.get(number);
    }

    List<long[]> all() {
        return List.copyOf(all);
    }
}
