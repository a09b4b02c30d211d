package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import org.xstate.analysis.search.KnobSpace;
import org.xstate.analysis.search.Reason;
import org.xstate.analysis.search.SearchFindings;
import org.xstate.analysis.search.SearchResult;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/** What a search found, for a reader. */
public final class SearchText {

    /** Families and neighbours that are shown; the rest is in the JSON document. */
    private static final int MOST = 24;

    private static final Map<String, String> OPERATIONS = Map.of("xsave_full", "full save", "xsave_partial",
            "partial save", "xrstor_full", "full restore", "xrstor_partial", "partial restore",
            "register_write",
            "register write");

    private final SearchResult result;
    private final SearchFindings findings;
    private final KnobSpace space;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private SearchText(SearchResult result, SearchFindings findings, Style style) {
        this.result = result;
        this.findings = findings;
        this.space = result.space();
        this.style = style;
    }

    public static List<String> lines(SearchResult result, SearchFindings findings, Style style) {
        SearchText text = new SearchText(result, findings, style);
        text.head();
        if (!result.right().isEmpty()) {
            text.families();
            text.values();
            text.prices();
            text.repairs();
        }
        text.neighbours();
        return text.lines;
    }

    private void head() {
        lines.add(style
                .bold("%,d of %,d combinations are right".formatted(result.right().size(), result.judged()))
                + " (" + result.request().file() + ")");
        lines.add("  knobs      " + String.join(", ", space.names()));
        lines.add("  judged by  " + String.join(", ", result.judges())
                + (result.ignored().isEmpty() ? "" : "; not by " + String.join(", ", result.ignored())));
        if (!result.undecided().isEmpty()) {
            lines.add(style.warning(
                    "  %,d are undecided: a bound was reached".formatted(result.undecided().size())));
        }
        if (!result.untold().isEmpty()) {
            lines.add("  %,d more are about nothing that a scenario does".formatted(result.untold().size()));
        }
        Map<String, Integer> claims = new LinkedHashMap<>();
        result.wrong().values().forEach(reason -> claims.merge(reason.claim(), 1, Integer::sum));
        claims.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> lines.add("  %,10d  wrong by %s".formatted(one.getValue(), one.getKey())));
    }

    private void title(String text) {
        lines.add("");
        lines.add(style.bold(text));
    }

    /** The values of knobs that have several in some family; each in a column. */
    private void families() {
        title("The right ones: any combination of the values in a line");
        Table table = new Table(space.names().toArray(String[]::new));
        findings.families().stream().limit(MOST).forEach(family -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < family.size(); i++) {
                cells.add(set(space.knobs().get(i), family.get(i)));
            }
            table.row(cells.toArray(String[]::new));
        });
        lines.addAll(table.lines("  ", style));
        more(findings.families().size(), "lines");
    }

    private void more(int number, String what) {
        if (number > MOST) {
            lines.add("  and %,d more %s: --json has all".formatted(number - MOST, what));
        }
    }

    private static String set(Program.Knob knob, SortedSet<Long> values) {
        return values.size() == knob.values().size()
                ? "any"
                : String.join("|", values.stream().map(value -> brief(knob, value)).toList());
    }

    /** A value without what the names of all values of the knob begin with, up to an underscore. */
    private static String brief(Program.Knob knob, long value) {
        String text = Scenario.text(knob, value);
        int cut = text.indexOf('_') + 1;
        String head = text.substring(0, cut);
        return cut > 0 && knob.values().keySet().stream().allMatch(one -> one.startsWith(head))
                ? text.substring(cut)
                : text;
    }

    private void values() {
        title("Values of knobs: how many of those that have it are right");
        Table table = new Table("knob", "value", ">right", ">of", "");
        findings.values().forEach(one -> table.row(one.knob().name(), brief(one.knob(), one.value()),
                "%,d".formatted(one.right()), "%,d".formatted(one.judged()),
                one.necessary() ? "necessary" : one.right() == 0 && one.judged() > 0 ? "never right" : ""));
        lines.addAll(table.lines("  ", style));
    }

    private void prices() {
        if (findings.cells().isEmpty()) {
            return;
        }
        title("The cheapest right ones in each case, by the size of the component");
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (SearchFindings.Cell cell : findings.cells()) {
            cases.computeIfAbsent(offers(cell), _ -> new ArrayList<>()).add(briefCell(cell.cell()));
        }
        cases.forEach((offers, cells) -> {
            lines.add("  " + style.bold(String.join(", ", cells)));
            offers.lines().forEach(lines::add);
        });
    }

    private String offers(SearchFindings.Cell cell) {
        Map<List<Long>, List<String>> sizes = new LinkedHashMap<>();
        Map<List<Long>, SearchFindings.Price> prices = new LinkedHashMap<>();
        cell.cheapest().forEach((size, price) -> {
            sizes.computeIfAbsent(price.counts(), _ -> new ArrayList<>())
                    .add(size >= 1024 ? size / 1024 + "K" : Integer.toString(size));
            prices.put(price.counts(), price);
        });
        StringBuilder text = new StringBuilder();
        prices.forEach((counts,
                price) -> text.append("    %-14s %s  (%,d combination%s, such as %s)%n".formatted(
                        String.join(" ", sizes.get(counts)), operations(counts), price.combinations().size(),
                        price.combinations().size() == 1 ? "" : "s",
                        changes(price.combinations().getFirst()))));
        return text.toString();
    }

    private String operations(List<Long> counts) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            String name = result.costNames().get(i);
            if (counts.get(i) > 0) {
                parts.add(counts.get(i) + " " + OPERATIONS.getOrDefault(name, name));
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(" + ", parts);
    }

    /** {@code entry=ENTRY_L1 then=THEN_kf} as {@code L1 kf}. */
    public static String briefCell(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(" ")) {
            String name = part.substring(0, Math.max(0, part.indexOf('=')));
            String value = part.substring(part.indexOf('=') + 1);
            String head = name.toUpperCase(java.util.Locale.ROOT) + "_";
            parts.add(value.startsWith(head) ? value.substring(head.length()) : value);
        }
        return String.join(" ", parts);
    }

    /** What differs from the posted combination, ready for --set. */
    private String changes(int combination) {
        List<Long> values = space.combinations().get(combination);
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals(space.posted().get(i))) {
                changes.add(space.names().get(i) + "=" + space.written(values).get(i));
            }
        }
        return changes.isEmpty() ? "the posted one" : String.join(" ", changes);
    }

    private void repairs() {
        if (findings.changes() == 0) {
            title("The posted combination is right.");
            return;
        }
        title("The posted combination is wrong; right after %d changes, no fewer:"
                .formatted(findings.changes()));
        findings.repairs().stream().limit(MOST).forEach(one -> lines.add("  " + changes(one)));
        more(findings.repairs().size(), "repairs");
    }

    private void neighbours() {
        if (result.neighbours().isEmpty()) {
            return;
        }
        space.number(space.posted()).stream().filter(result.neighbours()::containsKey).forEach(one -> {
            Reason reason = result.neighbours().get(one);
            title("The posted combination violates %s after %s (%s)".formatted(reason.claim(), steps(reason),
                    where(reason)));
        });
        title("Wrong neighbours, one change away from the posted combination or a right one: what is violated first");
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        result.neighbours().forEach((combination, reason) -> alike
                .computeIfAbsent(reason.claim() + "\n" + where(reason), _ -> new ArrayList<>())
                .add(combination));
        Table table = new Table(">how many", "violated", ">steps", "where", "such as");
        alike.values().stream().limit(MOST).forEach(some -> {
            int shortest = some.stream()
                    .min(Comparator.comparingInt(one -> result.neighbours().get(one).steps()))
                    .orElseThrow();
            Reason reason = result.neighbours().get(shortest);
            table.row(Integer.toString(some.size()), reason.claim(), Integer.toString(reason.steps()),
                    where(reason), changes(shortest));
        });
        lines.addAll(table.lines("  ", style));
        more(alike.size(), "kinds");
        lines.add("  the trace of one: --counterexample KNOB=VALUE,...      of each: --traces FOLDER");
    }

    private static String steps(Reason reason) {
        return reason.steps() + (reason.steps() == 1 ? " step" : " steps");
    }

    private static String where(Reason reason) {
        return (reason.scenario() + " " + briefCell(reason.cell())).strip();
    }
}
