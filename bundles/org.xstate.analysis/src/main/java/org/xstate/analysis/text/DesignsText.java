package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.designs.CellMark;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.designs.DesignRow.Shown;

/** The matrix of designs for a terminal: the answer, a line for each design, and where to go on. */
public final class DesignsText {

    private static final String INDENT = "           ";
    private static final int CELL = 5;
    private static final int NARROW = 80;
    private static final int SHORTEST_SUMMARY = 14;
    /** With so many designs or fewer each row is told. */
    private static final int DETAILED = 2;
    private static final int LISTED = 40;

    /** What the harness's cases have in common, by their first letters, in the order of the columns. */
    private static final Map<String, String> GROUPS = groups();

    private final DesignMatrix matrix;
    private final Style style;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private DesignsText(DesignMatrix matrix, Style style) {
        this.matrix = matrix;
        this.style = style;
        this.width = columns();
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("L1", "live");
        groups.put("L0", "initial");
        groups.put("V", "valid");
        groups.put("S", "stale");
        groups.put("T", "stopped");
        return groups;
    }

    /** Of the terminal, where the shell tells it. */
    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : TraceText.WIDTH;
    }

    public static List<String> lines(DesignMatrix matrix, Optional<List<DesignMatrix.Change>> changes,
            Style style) {
        DesignsText text = new DesignsText(matrix, style);
        text.all(changes);
        return text.lines;
    }

    /** Every cell of one design. */
    public static List<String> design(DesignMatrix matrix, String id, Style style) {
        DesignsText text = new DesignsText(matrix, style);
        if (!matrix.rows(id).isEmpty()) {
            text.detail(id);
        }
        return text.lines;
    }

    private void all(Optional<List<DesignMatrix.Change>> changes) {
        List<String> judged = matrix.designs().stream().map(Design::id)
                .filter(id -> !matrix.rows(id).isEmpty()).toList();
        if (judged.isEmpty()) {
            return;
        }
        head(judged);
        lines.add("");
        table(judged);
        lines.add("");
        legend();
        if (judged.size() <= DETAILED) {
            judged.forEach(this::detail);
        }
        changes.ifPresent(this::changes);
        next(judged);
    }

    private void head(List<String> judged) {
        List<String> right = judged.stream().filter(matrix::isRight).toList();
        String answer;
        if (matrix.rows().stream().noneMatch(DesignRow::isServed)) {
            answer = "no case is served: " + matrix.rows().getFirst().reason().orElse("");
        } else if (judged.size() == 1) {
            answer = judged.getFirst() + (right.isEmpty()
                    ? " is wrong in some of the cases that it serves"
                    : " is right in every case that it serves");
        } else {
            answer = right.size() + " of " + judged.size()
                    + " designs are right in every case that they serve";
        }
        lines.add(style.bold("DESIGNS") + "    " + answer);
        setting(lines, matrix, " · " + "%,d".formatted(matrix.rows().size()) + " cells", width);
    }

    private static void setting(List<String> lines, DesignMatrix matrix, String more, int width) {
        Flow flow = new Flow(INDENT, Math.max(width, NARROW));
        String text = "updated (f) " + matrix.subject().updated() + ", bystander (g) "
                + matrix.subject().bystander()
                + matrix.machine().map(machine -> " · kernel " + machine.kernel()
                        + " · " + machine.profile() + knobs(machine.knobs())).orElse("")
                + more;
        for (String word : text.split(" (?=·)")) {
            flow.addWord(word);
        }
        lines.addAll(flow.finish());
    }

    private static String knobs(Map<String, String> knobs) {
        StringBuilder text = new StringBuilder();
        knobs.forEach((knob, value) -> text.append(" · ").append(knob).append('=').append(value));
        return text.toString();
    }

    private void table(List<String> judged) {
        int idWidth = Math.max("design".length(),
                judged.stream().mapToInt(String::length).max().orElse(0));
        int costWidth = Math.max("cost".length(),
                judged.stream().mapToInt(id -> cost(id).length()).max().orElse(0));
        int used = idWidth + 2 + matrix.entries().size() * CELL + costWidth;
        int summary = Math.max(width, NARROW) - used - 2;
        lines.add(style.dim((" ".repeat(idWidth + 2) + groupLine()).stripTrailing()));
        StringBuilder heads = new StringBuilder(pad("design", idWidth + 2));
        matrix.entries().forEach(entry -> heads.append(pad(entry, CELL)));
        lines.add(style.dim(heads.append("cost").toString()));
        for (String id : judged) {
            StringBuilder line = new StringBuilder(pad(id, idWidth + 2));
            for (String entry : matrix.entries()) {
                line.append(marked(CellMark.of(matrix.rows(id, entry))));
            }
            line.append(cost(id));
            String about = summary >= SHORTEST_SUMMARY ? cut(summary(id), summary) : "";
            lines.add((about.isEmpty()
                    ? line
                    : line.append(" ".repeat(costWidth - cost(id).length() + 2)).append(style.dim(about)))
                    .toString().stripTrailing());
        }
    }

    /** Over the first column of each group. */
    private String groupLine() {
        StringBuilder line = new StringBuilder();
        String last = "";
        for (int i = 0; i < matrix.entries().size(); i++) {
            String entry = matrix.entries().get(i);
            String group = GROUPS.entrySet().stream().filter(one -> entry.startsWith(one.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse("");
            if (!group.equals(last)) {
                line.append(" ".repeat(Math.max(0, i * CELL - line.length()))).append(group);
            }
            last = group;
        }
        return line.toString();
    }

    private String marked(String mark) {
        String colored = switch (mark) {
            case "ok" -> style.good(mark);
            case "–" -> style.dim(mark);
            default -> style.error(mark);
        };
        return colored + " ".repeat(CELL - mark.length());
    }

    /** In the first case that the design serves, with the first continuation. */
    private String cost(String id) {
        return first(id).map(CellMark::cost).orElse("");
    }

    private Optional<DesignRow> first(String id) {
        return matrix.rows(id).stream().filter(DesignRow::isServed).findFirst();
    }

    private String summary(String id) {
        return matrix.designs().stream().filter(design -> design.id().equals(id)).map(Design::summary)
                .findFirst().orElse("");
    }

    private void legend() {
        flow("", CellMark.VERDICTS);
        flow("cost in the first case served, continuation ret:  ", CellMark.COSTS);
        flow("", List
                .of("A cell sums up the continuations " + String.join(", ", matrix.continuations()) + "."));
    }

    private void flow(String head, List<String> items) {
        Flow flow = new Flow("", Math.max(width, NARROW));
        if (!head.isEmpty()) {
            flow.addWord(head.strip());
        }
        items.forEach(flow::add);
        flow.finish().forEach(line -> lines.add(style.dim(line)));
    }

    /** Every cell of one design: a line for each case, a column for each continuation. */
    private void detail(String id) {
        lines.add("");
        lines.add(style.bold(id) + (summary(id).isEmpty() ? "" : "  " + summary(id)));
        List<String> heads = new ArrayList<>(List.of("case", "shown"));
        heads.addAll(matrix.continuations());
        Table table = new Table(heads.toArray(String[]::new));
        Map<String, List<String>> remarks = new LinkedHashMap<>();
        for (String entry : matrix.entries()) {
            List<DesignRow> rows = matrix.rows(id, entry);
            if (rows.stream().noneMatch(DesignRow::isServed)) {
                remarks.computeIfAbsent(rows.getFirst().reason().orElse(""), _ -> new ArrayList<>())
                        .add(entry);
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(entry, shown(rows)));
            for (DesignRow row : rows) {
                cells.add("%-3s %s".formatted(CellMark.of(List.of(row)),
                        row.reason().orElse(CellMark.cost(row))));
            }
            table.row(cells.toArray(String[]::new));
        }
        if (remarks.values().stream().mapToInt(List::size).sum() < matrix.entries().size()) {
            lines.addAll(table.lines("", style));
        }
        remarks.forEach((reason, entries) -> CheckText.wrap(lines, "",
                String.join(", ", entries) + " not served: " + reason));
    }

    private static String shown(List<DesignRow> rows) {
        return rows.stream().map(DesignRow::shown).reduce((a, b) -> a.compareTo(b) > 0 ? a : b)
                .map(Shown::word).orElse("");
    }

    private void changes(List<DesignMatrix.Change> changes) {
        List<DesignMatrix.Change> verdicts = changes.stream().filter(DesignMatrix.Change::isVerdict).toList();
        lines.add("");
        lines.add(style.bold("CHANGED") + "    against the standard harness: "
                + CheckText.count(verdicts.size(), "cell")
                + " in what is right, " + CheckText.count(changes.size() - verdicts.size(), "cell")
                + " in cost only");
        if (changes.isEmpty()) {
            return;
        }
        Table table = new Table("design", "case", "then", "standard", "here");
        List<DesignMatrix.Change> listed = verdicts.isEmpty() ? changes : verdicts;
        listed.stream().limit(LISTED).forEach(change -> table.row(change.after().design(),
                change.after().entry(), change.after().continuation(), told(change.before()),
                told(change.after())));
        lines.addAll(table.lines("  ", style));
        if (listed.size() > LISTED) {
            lines.add("  and %,d more; --json lists all".formatted(listed.size() - LISTED));
        }
    }

    private static String told(DesignRow row) {
        String mark = CellMark.of(List.of(row));
        return row.isServed() ? "%-3s %s".formatted(mark, row.reason().orElse(CellMark.cost(row))) : mark;
    }

    private void next(List<String> judged) {
        matrix.rows().stream().filter(row -> !row.isRight()).findFirst().ifPresent(row -> lines
                .add("why: xstate designs --explain " + source(row.design()) + " " + row.entry() + " "
                        + row.continuation()
                        + (judged.size() > DETAILED ? "      every cell: --design " + row.design() : "")));
    }

    private String source(String id) {
        return matrix.designs().stream().filter(design -> design.id().equals(id))
                .map(design -> design.source().name().equals(id + ".c") ? id : design.source().name())
                .findFirst().orElse(id);
    }

    /** What one cell says, before its counterexample. */
    public static List<String> explained(DesignMatrix matrix, Design design, DesignRow row, Style style) {
        List<String> lines = new ArrayList<>();
        String mark = CellMark.of(List.of(row));
        lines.add(
                "CELL       " + style.bold(design.id() + " in " + row.entry() + " with " + row.continuation())
                        + (design.summary().isEmpty() ? "" : ": " + design.summary()));
        setting(lines, matrix, "", TraceText.WIDTH);
        if (!row.isServed()) {
            CheckText.wrap(lines, INDENT, "not served: " + row.reason().orElse(""));
            return lines;
        }
        CheckText.wrap(lines, INDENT, mark.equals("ok")
                ? "right: the target has the new value, and its other component is as it was"
                : "wrong: " + String.join("; ", wrong(row)));
        row.cost().ifPresent(cost -> lines.add(INDENT + "cost: " + CellMark.costInWords(cost)));
        return lines;
    }

    private static List<String> wrong(DesignRow row) {
        List<String> wrong = new ArrayList<>();
        row.reason().ifPresent(wrong::add);
        if (row.updated() == DesignRow.Kept.LOST) {
            wrong.add("the update is lost");
        }
        if (row.bystander() == DesignRow.Kept.LOST) {
            wrong.add("the other component is lost");
        }
        if (row.shown() == Shown.STALE) {
            wrong.add("the caller is shown a stale value");
        }
        if (row.shown() == Shown.GARBAGE) {
            wrong.add("the caller is shown garbage");
        }
        return wrong;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - text.length()));
    }
}
