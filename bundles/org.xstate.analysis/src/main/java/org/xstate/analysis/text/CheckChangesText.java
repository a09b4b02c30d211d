package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.check.CheckSummary;

/** What came out differently than before. */
public final class CheckChangesText {

    private CheckChangesText() {
    }

    public static List<String> lines(List<CheckSummary.Change> changes, Style style) {
        if (changes.isEmpty()) {
            return List.of(style.bold("SAME") + "       as in the earlier result");
        }
        List<String> lines = new ArrayList<>(
                List.of(style.bold("CHANGED") + "    against the earlier result"));
        Table table = new Table("what", "before", "now");
        changes.forEach(change -> table.row(change.what(), shown(change.before()), shown(change.after())));
        lines.addAll(table.lines("           ", style));
        return lines;
    }

    /** How far the steps of two counterexamples are the same. */
    public static String steps(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same == one.size() && same == other.size()
                ? "the same steps"
                : "the first %d steps are the same, then: %s | %s".formatted(same, next(one, same),
                        next(other, same));
    }

    private static String next(List<String> moves, int at) {
        return at < moves.size() ? moves.get(at) : "(end)";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
