package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.xstate.check.survey.Valuation;

/**
 * What was found out about one combination in one cell of one scenario.
 *
 * @param status    the answer
 * @param violation the first violation: fewest steps, then the first claim
 * @param costs     greatest value of each cost variable where a run ends; empty without such variables or ends
 */
record RowResult(Status status, Optional<Breach> violation, List<Long> costs) {

    enum Status {
        /** The setups rule it out. */
        ABSENT('-'), HOLDS('+'), VIOLATED('!'), UNDECIDED('?');

        private final char sign;

        Status(char sign) {
            this.sign = sign;
        }
    }

    /** @param claim number of the claim @param steps fewest steps to it */
    record Breach(int claim, int steps) {
    }

    static final RowResult ABSENT = new RowResult(Status.ABSENT, Optional.empty(), List.of());

    RowResult {
        costs = List.copyOf(costs);
    }

    static RowResult of(Valuation valuation) {
        int least = valuation.violated().values().stream().min(Integer::compare).orElse(0);
        Optional<Breach> breach = valuation.violated().entrySet().stream()
                .filter(entry -> entry.getValue() == least).findFirst()
                .map(entry -> new Breach(entry.getKey(), entry.getValue()));
        Status status = breach.isPresent()
                ? Status.VIOLATED
                : valuation.decided() ? Status.HOLDS : Status.UNDECIDED;
        return new RowResult(status, breach,
                valuation.ranges().stream().map(Valuation.Range::max).toList());
    }

    /** One word without blanks. */
    String text() {
        StringBuilder text = new StringBuilder().append(status.sign);
        violation.ifPresent(one -> text.append(one.claim()).append(':').append(one.steps()));
        if (!costs.isEmpty()) {
            text.append('|').append(String.join(",", costs.stream().map(Object::toString).toList()));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if it is no such word */
    static RowResult parse(String word) {
        if (!word.matches("[-+?](\\|[0-9]+(,[0-9]+)*)?|![0-9]+:[0-9]+(\\|[0-9]+(,[0-9]+)*)?")) {
            throw new IllegalArgumentException("'" + word + "' is no result");
        }
        Status status = Stream.of(Status.values()).filter(one -> one.sign == word.charAt(0)).findFirst()
                .orElseThrow();
        int bar = word.indexOf('|');
        String head = bar < 0 ? word.substring(1) : word.substring(1, bar);
        Optional<Breach> breach = head.isEmpty()
                ? Optional.empty()
                : Optional.of(new Breach(Integer.parseInt(head.substring(0, head.indexOf(':'))),
                        Integer.parseInt(head.substring(head.indexOf(':') + 1))));
        List<Long> costs = new ArrayList<>();
        if (bar >= 0) {
            for (String cost : word.substring(bar + 1).split(",")) {
                costs.add(Long.parseLong(cost));
            }
        }
        return new RowResult(status, breach, costs);
    }

    static List<Long> greatest(Collection<List<Long>> costs) {
        int width = costs.stream().mapToInt(List::size).max().orElse(0);
        return LongStream.range(0, width)
                .map(i -> costs.stream().filter(one -> one.size() > i)
                        .mapToLong(one -> one.get((int) i)).max().orElse(0))
                .boxed().toList();
    }
}
