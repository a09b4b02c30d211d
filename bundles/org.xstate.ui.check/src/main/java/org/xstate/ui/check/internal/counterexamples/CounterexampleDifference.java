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
        List<String> lines = new ArrayList<>(
                CheckChangesText.lines(other.summary().against(one.summary()), Style.PLAIN));
        lines.add("");
        lines.add(CheckChangesText.steps(moves(one), moves(other)));
        for (CheckedItem item : List.of(one, other)) {
            lines.add("");
            lines.addAll(item.content().text());
        }
        return lines;
    }

    private static List<String> moves(CheckedItem item) {
        return item.content().trace().orElseThrow().moves();
    }
}
