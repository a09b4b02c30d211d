package org.xstate.ui.check.internal.counterexamples;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.text.CheckChangesText;
import org.xstate.analysis.text.Style;
import org.xstate.ui.check.internal.checks.CheckedItem;

/** Two counterexamples: what differs in the answers, how far their steps are the same, and both. */
final class CounterexampleDifference {

    private CounterexampleDifference() {
    }

    static List<String> lines(CheckedItem one, CheckedItem other) {
        List<String> lines = new ArrayList<>(CheckChangesText
                .lines(other.summary().against(one.summary()), Style.PLAIN));
        List<String> first = moves(one);
        List<String> second = moves(other);
        int same = 0;
        while (same < Math.min(first.size(), second.size()) && first.get(same).equals(second.get(same))) {
            same++;
        }
        lines.add("");
        lines.add(same == first.size() && same == second.size()
                ? "           the same steps"
                : "           the first %d steps are the same, then: %s  |  %s".formatted(same,
                        next(first, same), next(second, same)));
        for (CheckedItem item : List.of(one, other)) {
            lines.add("");
            lines.addAll(item.content().text());
        }
        return lines;
    }

    private static List<String> moves(CheckedItem item) {
        return item.content().trace().orElseThrow().moves();
    }

    private static String next(List<String> moves, int at) {
        return at < moves.size() ? moves.get(at) : "(end)";
    }
}
