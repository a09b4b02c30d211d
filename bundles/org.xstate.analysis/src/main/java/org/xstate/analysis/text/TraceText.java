package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xstate.sim.trace.Actor;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceLine;
import org.xstate.sim.trace.TraceStep;

/**
 * A trace as a table: step, who on which CPU, where, the statement, and what changed. With up to two CPUs each has a column
 * of its own, so that who ran when is seen at a glance; with more there is one column that names the CPU. What changed
 * stands beside the statement where the widest change fits there, else below it.
 */
public final class TraceText {

    /** Columns of a terminal that a line is meant for. */
    static final int WIDTH = 100;

    private static final int CPU_COLUMNS = 2;
    private static final int LONGEST_PLACE = 26;
    private static final int LONGEST_STATEMENT = 38;
    private static final String ELLIPSIS = "…";
    private static final String ARROW = "◀ ";

    private final Trace trace;
    private final Style style;
    private final int actor;
    private final int place;
    private final int statement;
    private final boolean beside;
    private final List<String> lines = new ArrayList<>();

    private TraceText(Trace trace, Style style) {
        this.trace = trace;
        this.style = style;
        this.actor = longest(Stream.concat(columns() ? trace.running().stream() : Stream.of(),
                trace.steps().stream().map(step -> actor(step.actor()))).map(String::length).toList(), 4,
                Integer.MAX_VALUE);
        this.place = longest(all().stream().map(line -> line.place().length()).toList(), 5, LONGEST_PLACE);
        this.statement = longest(all().stream().map(line -> line.statement().length()).toList(), 9,
                LONGEST_STATEMENT);
        int widest = longest(all().stream().flatMap(line -> line.changes().stream())
                .map(change -> change.text().length()).toList(), 12, WIDTH);
        this.beside = left() + statement + 2 + widest <= WIDTH;
    }

    /** Columns before the statement. */
    private int left() {
        int columns = isRules() ? 0 : columns() ? trace.cpus() : 1;
        return 6 + (actor + 2) * columns + place + 2;
    }

    public static List<String> lines(Trace trace, Style style) {
        TraceText text = new TraceText(trace, style);
        text.write();
        return text.lines;
    }

    private static int longest(List<Integer> lengths, int least, int most) {
        int longest = lengths.stream().mapToInt(Integer::intValue).filter(length -> length <= most).max()
                .orElse(least);
        return Math.max(least, longest);
    }

    private List<TraceLine> all() {
        return trace.steps().stream().flatMap(step -> step.lines().stream()).toList();
    }

    /** In rule form the statement is the rule, and says who. */
    private boolean isRules() {
        return trace.cpus() == 0;
    }

    private boolean columns() {
        return trace.cpus() >= 1 && trace.cpus() <= CPU_COLUMNS;
    }

    private String actor(Actor who) {
        String number = columns() || who.cpu().isEmpty() ? "" : "CPU" + who.cpu().getAsInt() + " ";
        return number + who.text();
    }

    private void write() {
        lines.add(style.dim(head()));
        start();
        for (List<TraceStep> stretch : trace.stretches()) {
            step(stretch.getFirst(), stretch.size() > 1 ? Optional.of(stretch.getLast()) : Optional.empty());
        }
    }

    /** @param to the last one of a stretch of quiet steps that begins with this one */
    private void step(TraceStep step, Optional<TraceStep> to) {
        boolean first = true;
        for (TraceLine line : step.lines()) {
            line(first ? "%4d".formatted(step.number()) : "    ",
                    first ? who(step.actor()) : who(OptionalInt.empty(), ""), line);
            first = false;
        }
        to.ifPresent(last -> {
            Flow flow = new Flow(" ".repeat(left() + 2), WIDTH);
            List.of("and on to step %d, %s: nothing changes".formatted(last.number(),
                    last.lines().getLast().place()).split(" ")).forEach(flow::addWord);
            flow.finish().forEach(text -> lines.add(style.dim(text)));
        });
    }

    /** Who is where before the first step, and which values are there. */
    private void start() {
        if (!columns() && !trace.running().isEmpty()) {
            lines.add("   0  " + String.join("  ", IntStream.range(0, trace.running().size())
                    .mapToObj(cpu -> "CPU" + cpu + " " + trace.running().get(cpu)).toList()));
        }
        boolean seen = columns() && !trace.running().isEmpty();
        if (!seen && trace.start().isEmpty()) {
            return;
        }
        StringBuilder head = new StringBuilder("   0  ");
        if (seen) {
            trace.running().forEach(who -> head.append(pad(who, actor)).append("  "));
        }
        Flow flow = new Flow(head + (trace.start().isEmpty() ? "" : "begins with: "), WIDTH);
        trace.start().forEach(change -> flow.add(change.subject() + " = " + change.after()));
        lines.addAll(flow.finish());
    }

    private String head() {
        StringBuilder who = new StringBuilder();
        if (columns()) {
            for (int cpu = 0; cpu < trace.cpus(); cpu++) {
                who.append(pad("CPU" + cpu, actor)).append("  ");
            }
        } else if (!isRules()) {
            who.append(pad("who", actor)).append("  ");
        }
        return "step  " + who + pad("where", place) + "  "
                + (beside
                        ? pad("statement", statement) + "  what changed"
                        : "statement, and what it changed");
    }

    private String who(Actor who) {
        return who(who.cpu(), actor(who));
    }

    private String who(OptionalInt cpu, String text) {
        if (isRules()) {
            return "";
        }
        int columns = columns() ? trace.cpus() : 1;
        int column = columns() ? cpu.orElse(0) : 0;
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            cells.append(pad(i == column ? text : "", actor)).append("  ");
        }
        return cells.toString();
    }

    private void line(String number, String who, TraceLine line) {
        String before = number + "  " + who + pad(shortened(line.place()), place) + "  ";
        int from = beside ? left() + statement + 2 : left() + 2;
        List<String> rest = new ArrayList<>(changes(line, from));
        line.mark().ifPresent(mark -> mark(rest, mark, from));
        boolean fits = beside && line.statement().length() <= statement && !rest.isEmpty();
        if (fits) {
            lines.add(before + pad(line.statement(), statement) + "  " + rest.removeFirst());
        } else {
            Flow flow = new Flow(before, WIDTH);
            List.of(line.statement().split(" ")).forEach(flow::addWord);
            lines.addAll(flow.finish());
        }
        rest.forEach(text -> lines.add(" ".repeat(from) + text));
    }

    /** The changes of a line, as many beside each other as fit. */
    private List<String> changes(TraceLine line, int from) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Change change : line.changes()) {
            if (!text.isEmpty() && from + text.length() + 3 + change.text().length() > WIDTH) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "   ").append(change.text());
        }
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }

    /** Beside the last change if there is room, else on lines of its own. */
    private void mark(List<String> texts, String mark, int from) {
        String arrow = ARROW + mark;
        if (!texts.isEmpty() && from + texts.getLast().length() + 3 + arrow.length() <= WIDTH) {
            texts.add(texts.removeLast() + "   " + style.error(arrow));
        } else if (from + arrow.length() <= WIDTH) {
            texts.add(style.error(arrow));
        } else {
            Flow flow = new Flow(ARROW, WIDTH - from);
            List.of(mark.split(" ")).forEach(flow::addWord);
            flow.finish().forEach(line -> texts.add(style.error(line)));
        }
    }

    /** The end of a long path says more than its beginning. */
    private String shortened(String text) {
        return text.length() <= place ? text : ELLIPSIS + text.substring(text.length() - place + 1);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
