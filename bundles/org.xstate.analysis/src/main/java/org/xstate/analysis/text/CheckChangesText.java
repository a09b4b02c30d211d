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

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
