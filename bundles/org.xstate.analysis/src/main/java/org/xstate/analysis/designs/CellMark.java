package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.designs.DesignRow.Shown;

/** Rows and costs in a few letters, the same in every form in which a matrix is shown. */
public final class CellMark {

    /** What the letters of {@link #of} mean. */
    public static final List<String> VERDICTS = List.of("f = the update is lost",
            "g = the other component is lost", "s = the caller is shown a stale value",
            "! = the caller is shown garbage", "x = ends in a BUG_ON or the like", "– = not served");

    /** What the letters of {@link #cost} mean. */
    public static final List<String> COSTS = List.of("S = save all", "s = save some", "R = restore all",
            "r = restore some", "w = write a register");

    private static final String NOT_SERVED = "–";

    private CellMark() {
    }

    /**
     * Everything that is wrong in one of these rows, which belong to one cell: {@code fg!}; {@code ok} if nothing is.
     */
    public static String of(List<DesignRow> rows) {
        if (rows.stream().noneMatch(DesignRow::isServed)) {
            return NOT_SERVED;
        }
        if (rows.stream().anyMatch(row -> row.isServed() && row.reason().isPresent())) {
            return "x";
        }
        String mark = (rows.stream().anyMatch(row -> row.updated() == Kept.LOST) ? "f" : "")
                + (rows.stream().anyMatch(row -> row.bystander() == Kept.LOST) ? "g" : "")
                + (rows.stream().anyMatch(row -> row.shown() == Shown.STALE) ? "s" : "")
                + (rows.stream().anyMatch(row -> row.shown() == Shown.GARBAGE) ? "!" : "");
        return mark.isEmpty() ? "ok" : mark;
    }

    /** {@code S 2R w}; {@code 0} if nothing was executed; empty where there is no cost. */
    public static String cost(DesignRow row) {
        return row.cost().map(CellMark::cost).orElse("");
    }

    private static String cost(Operations cost) {
        List<String> terms = new ArrayList<>();
        term(terms, cost.saveFull(), "S");
        term(terms, cost.savePartial(), "s");
        term(terms, cost.restoreFull(), "R");
        term(terms, cost.restorePartial(), "r");
        term(terms, cost.registerWrite(), "w");
        return terms.isEmpty() ? "0" : String.join(" ", terms);
    }

    private static void term(List<String> terms, long count, String letter) {
        if (count > 0) {
            terms.add((count == 1 ? "" : Long.toString(count)) + letter);
        }
    }

    /** The same in words: {@code 1 full save, 2 full restores}. */
    public static String costInWords(Operations cost) {
        List<String> terms = new ArrayList<>();
        words(terms, cost.saveFull(), "full save");
        words(terms, cost.savePartial(), "partial save");
        words(terms, cost.restoreFull(), "full restore");
        words(terms, cost.restorePartial(), "partial restore");
        words(terms, cost.registerWrite(), "register write");
        return terms.isEmpty() ? "nothing" : String.join(", ", terms);
    }

    private static void words(List<String> terms, long count, String noun) {
        if (count > 0) {
            terms.add(count + " " + noun + (count == 1 ? "" : "s"));
        }
    }
}
