package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xstate.analysis.compare.Compare;
import org.xstate.analysis.compare.Comparison;
import org.xstate.check.Verdict;

/** Comparisons as text: a table of scenarios by settings, or what each scenario relies on. */
public final class CompareText {

    private static final int WIDTH = 100;

    private final Comparison comparison;
    private final Style style;
    /** A letter for each property that is violated somewhere, in the order in which they are met. */
    private final Map<String, String> letters = new LinkedHashMap<>();
    private final Set<String> errors = new LinkedHashSet<>();

    private CompareText(Comparison comparison, Style style) {
        this.comparison = comparison;
        this.style = style;
    }

    public static List<String> lines(Comparison comparison, Style style) {
        CompareText text = new CompareText(comparison, style);
        boolean rules = comparison.rows().stream().flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.setting().equals(Compare.AS_IT_IS));
        return rules ? text.reliances() : text.table();
    }

    private List<String> table() {
        List<String> settings = comparison.rows().stream().flatMap(row -> row.cells().stream())
                .map(Comparison.Cell::setting).distinct().toList();
        List<String> numbers = IntStream.rangeClosed(1, settings.size()).mapToObj(Integer::toString).toList();
        List<String> named = filled(settings, settings).lines("", style);
        boolean fits = named.stream().allMatch(line -> line.length() <= WIDTH);
        List<String> lines = new ArrayList<>(fits ? named : filled(settings, numbers).lines("", style));
        if (!fits) {
            lines.add("");
            for (int i = 0; i < settings.size(); i++) {
                lines.add("%s  %s=%s".formatted(numbers.get(i), comparison.axis(), settings.get(i)));
            }
        }
        if (!letters.isEmpty()) {
            lines.add("");
            letters.forEach((property, letter) -> lines.add(letter + "  " + property + " is violated"));
        }
        if (!errors.isEmpty()) {
            lines.add("");
            lines.addAll(errors);
        }
        long different = comparison.rows().stream().filter(Comparison.Row::differs).count();
        lines.add("");
        lines.add("%s, verdicts differ in %,d".formatted(
                CheckText.count(comparison.rows().size(), "scenario"), different));
        return lines;
    }

    /** @param heads of the columns of the settings */
    private Table filled(List<String> settings, List<String> heads) {
        Table table = new Table(Stream.of(Stream.of(comparison.axis()), heads.stream(), Stream.of(""))
                .flatMap(one -> one).toArray(String[]::new));
        for (Comparison.Row row : comparison.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.scenario());
            for (String setting : settings) {
                cells.add(row.cells().stream().filter(cell -> cell.setting().equals(setting)).findFirst()
                        .map(this::word).orElse(""));
            }
            cells.add(row.differs() ? "differs" : "");
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private String word(Comparison.Cell cell) {
        if (cell.error().isPresent()) {
            errors.add("error: " + cell.setting() + ": " + cell.error().get());
            return "error";
        }
        return switch (cell.verdict().orElseThrow()) {
            case HOLDS -> "holds";
            case UNDECIDED -> "undecided";
            case VIOLATED -> letters.computeIfAbsent(cell.property().orElse(""),
                    _ -> Character.toString((char) ('a' + letters.size())));
        };
    }

    private List<String> reliances() {
        List<String> lines = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            reliances(row, lines);
        }
        return lines;
    }

    private void reliances(Comparison.Row row, List<String> lines) {
        Comparison.Cell whole = row.cells().getFirst();
        if (!whole.verdict().equals(Optional.of(Verdict.HOLDS))) {
            lines.add(
                    row.scenario() + ": does not hold as it is (" + whole.property().or(whole::error).orElse(
                            "undecided") + "); what it would rely on cannot be told");
            return;
        }
        List<Comparison.Cell> rules = row.cells().subList(1, row.cells().size());
        List<Comparison.Cell> needed = rules.stream()
                .filter(cell -> !cell.verdict().equals(Optional.of(Verdict.HOLDS))).toList();
        lines.add("%s: holds, and relies on %,d of %s".formatted(row.scenario(), needed.size(),
                CheckText.count(rules.size(), "rule")));
        Table table = new Table("rule", "declared at", "without it");
        for (Comparison.Cell cell : needed) {
            table.row(cell.setting(), cell.place().orElse(""), outcome(cell));
        }
        if (!needed.isEmpty()) {
            lines.addAll(table.lines("  ", style));
        }
        List<String> others = rules.stream().filter(cell -> !needed.contains(cell))
                .map(Comparison.Cell::setting).toList();
        if (!others.isEmpty()) {
            Flow flow = new Flow("  it holds without each of: ", WIDTH);
            others.forEach(flow::addWord);
            lines.addAll(flow.finish());
        }
    }

    private static String outcome(Comparison.Cell cell) {
        return cell.error().map(error -> "error: " + error)
                .orElseGet(() -> cell.verdict().orElseThrow() == Verdict.UNDECIDED
                        ? "undecided"
                        : cell.property().orElse("") + " is violated after "
                                + CheckText.count(cell.steps().orElse(0), "step"));
    }
}
