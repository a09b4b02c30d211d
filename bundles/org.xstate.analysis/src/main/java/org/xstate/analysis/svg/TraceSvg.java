package org.xstate.analysis.svg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.CopyAtEnd;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceEnd;
import org.xstate.sim.trace.TraceLine;
import org.xstate.sim.trace.TraceStep;

/**
 * A trace as a sequence diagram. Time goes down. Each CPU has a lane with who executes there and what its registers
 * become; each buffer has a lane; what the kernel keeps track of has one; the statement stands at the right. Colours follow
 * the viewer's light or dark theme and carry nothing that is not also written.
 */
public final class TraceSvg {

    private static final int MARGIN = 16;
    private static final int TOP = 96;
    private static final int NUMBER_WIDTH = 30;
    private static final int BAND_WIDTH = 70;
    private static final int BOX_HEIGHT = 17;
    private static final int ROW_GAP = 9;
    /** Width of a character of the fixed-width font, in tenths of a pixel. */
    private static final int CHARACTER = 67;

    private static final String STYLE = """
            svg { background: #ffffff; }
            text { font: 11px "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; }
            .title { font: bold 16px "DejaVu Sans", Verdana, sans-serif; }
            .plain { font: 12px "DejaVu Sans", Verdana, sans-serif; }
            .lane { font: bold 12px "DejaVu Sans", Verdana, sans-serif; }
            .quiet { fill: #59636e; }
            .bad { fill: #b3261e; font-weight: bold; }
            .life { stroke: #afb8c1; stroke-width: 1; stroke-dasharray: 2 3; }
            .rule { stroke: #818b98; stroke-width: 1; }
            .wrong { fill: #fde7e5; }
            .user { fill: #cfe3f7; } .kernel { fill: #e2e5e9; } .interrupt { fill: #f8dcb4; }
            .band { stroke: #818b98; stroke-width: 0.75; }
            .regs { fill: #d9efdf; stroke: #3f7d55; }
            .mem { fill: #e9e1f7; stroke: #6a4fa3; }
            .book { fill: #ffffff; stroke: #818b98; }
            .arrow { stroke: #1f2328; stroke-width: 1.25; fill: none; marker-end: url(#head); }
            .tip { fill: #1f2328; }
            @media (prefers-color-scheme: dark) {
              svg { background: #1e1f22; }
              text { fill: #e6edf3; }
              .quiet { fill: #9198a1; }
              .bad { fill: #ff8a80; }
              .life { stroke: #484f58; }
              .wrong { fill: #4a1d1a; }
              .user { fill: #1f3f60; } .kernel { fill: #3a4048; } .interrupt { fill: #5f4312; }
              .regs { fill: #173824; stroke: #5fae7b; }
              .mem { fill: #2e2350; stroke: #a58be0; }
              .book { fill: #1e1f22; stroke: #6e7681; }
              .arrow { stroke: #e6edf3; }
              .tip { fill: #e6edf3; }
            }
            """;

    private final Trace trace;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final StringBuilder svg = new StringBuilder();
    private int textAt;
    private int width;

    private TraceSvg(Trace trace) {
        this.trace = trace;
    }

    /** @param title what was executed @param subtitle on which machine */
    public static String draw(Trace trace, String title, String subtitle) {
        return new TraceSvg(trace).draw(title, subtitle);
    }

    /** A column. @param x where its boxes start @param width of its boxes @param style of its boxes */
    private record Lane(String name, int x, int width, String style) {
        int middle() {
            return x + width / 2;
        }
    }

    private List<TraceLine> all() {
        return trace.steps().stream().flatMap(step -> step.lines().stream()).toList();
    }

    private String draw(String title, String subtitle) {
        layLanes();
        int longest = all().stream()
                .mapToInt(line -> Math.max(line.statement().length(),
                        line.place().length() + line.mark().map(mark -> mark.length() + 4).orElse(0)))
                .max().orElse(10);
        width = textAt + Math.max(260, longest * CHARACTER / 10) + MARGIN;
        width = Math.max(width, MARGIN * 2 + Math.max(title.length() * 10, subtitle.length() * 8));
        int y = beginning();
        for (List<TraceStep> stretch : trace.stretches()) {
            y = step(stretch.getFirst(), stretch.getLast().number(), y);
        }
        int bottom = y;
        int height = trace.end().map(end -> end(end, bottom + 14)).orElse(bottom) + MARGIN;
        String body = svg.toString();
        svg.setLength(0);
        text(MARGIN, 28, "title", title);
        text(MARGIN, 48, "plain quiet", subtitle);
        lanes.values().forEach(lane -> heading(lane, bottom));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%3$s</title>
                <style>
                %4$s</style>
                <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">\
                <path class="tip" d="M0 0L8 4L0 8Z"/></marker></defs>
                %5$s%6$s</svg>
                """
                .formatted(width, height, SvgText.escape(title), STYLE, svg, body);
    }

    /** Who is where before the first step, and which values are there. */
    private int beginning() {
        if (trace.running().isEmpty() && trace.start().isEmpty()) {
            return TOP;
        }
        Map<String, Integer> next = new LinkedHashMap<>();
        for (Change change : trace.start()) {
            box(change, lane(change, 0), TOP, next);
        }
        for (int cpu = 0; cpu < trace.running().size(); cpu++) {
            Lane band = lanes.get("band" + cpu);
            String who = trace.running().get(cpu);
            band(band, who.endsWith(" user") ? "user" : "kernel", TOP, BOX_HEIGHT + 2);
            text(band.x() + 6, TOP + 12, "", who);
        }
        text(MARGIN, TOP + 12, "quiet", "0");
        text(textAt, TOP + 12, "quiet", "at the beginning");
        int height = Math.max(BOX_HEIGHT + 2,
                next.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        return separated(TOP + height + ROW_GAP);
    }

    private int separated(int y) {
        svg.append("<path class=\"life\" d=\"M%d %dH%d\"/>\n".formatted(MARGIN, y - ROW_GAP / 2,
                width - MARGIN));
        return y;
    }

    private void band(Lane band, String style, int y, int height) {
        svg.append("<rect class=\"band %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>\n"
                .formatted(style, band.x(), y, band.width(), height));
    }

    private String lane(Change change, int cpu) {
        return switch (change.lane()) {
            case REGISTERS -> "regs" + cpuOf(change, cpu);
            case MEMORY -> change.place();
            case BOOKKEEPING -> "book";
        };
    }

    /** @param next takes the height that is used in each lane */
    private void box(Change change, String key, int top, Map<String, Integer> next) {
        Lane lane = lanes.get(key);
        int y = next.merge(key, BOX_HEIGHT + 2, Integer::sum) - BOX_HEIGHT - 2 + top;
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>\n"
                .formatted(lane.style(), lane.x(), y, lane.width(), BOX_HEIGHT));
        text(lane.x() + 6, y + 12, "", boxText(change));
    }

    private void layLanes() {
        int x = MARGIN + NUMBER_WIDTH;
        int longest = Stream
                .concat(trace.running().stream(), trace.steps().stream().map(step -> step.actor().text()))
                .mapToInt(String::length).max().orElse(8);
        int band = Math.max(BAND_WIDTH, longest * CHARACTER / 10 + 12);
        for (int cpu = 0; cpu < trace.cpus(); cpu++) {
            lanes.put("band" + cpu, new Lane("CPU" + cpu, x, band, ""));
            x += band + 10;
            int registers = widest(registersOf(cpu));
            if (registers > 0) {
                lanes.put("regs" + cpu, new Lane("registers", x, registers, "regs"));
                x += registers + 18;
            }
        }
        Map<String, List<Change>> buffers = new LinkedHashMap<>();
        changes().stream().filter(change -> change.lane() == Change.Lane.MEMORY)
                .forEach(change -> buffers.computeIfAbsent(change.place(), _ -> new ArrayList<>())
                        .add(change));
        for (var buffer : buffers.entrySet()) {
            int size = Math.max(widest(buffer.getValue()), buffer.getKey().length() * 8);
            lanes.put(buffer.getKey(), new Lane(buffer.getKey(), x, size, "mem"));
            x += size + 18;
        }
        int bookkeeping = widest(
                changes().stream().filter(change -> change.lane() == Change.Lane.BOOKKEEPING).toList());
        if (bookkeeping > 0) {
            lanes.put("book", new Lane(trace.cpus() == 0 ? "variables" : "bookkeeping", x,
                    Math.max(90, bookkeeping), "book"));
            x += Math.max(90, bookkeeping) + 18;
        }
        textAt = x;
    }

    private List<Change> registersOf(int cpu) {
        List<Change> changes = new ArrayList<>();
        trace.start().stream().filter(change -> isRegister(change, cpu, 0)).forEach(changes::add);
        for (TraceStep step : trace.steps()) {
            step.lines().stream().flatMap(line -> line.changes().stream())
                    .filter(change -> isRegister(change, cpu, step.actor().cpu().orElse(0)))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static boolean isRegister(Change change, int cpu, int executing) {
        return change.lane() == Change.Lane.REGISTERS && cpuOf(change, executing) == cpu;
    }

    /** All changes, those that tell of the beginning first. */
    private List<Change> changes() {
        return Stream.concat(trace.start().stream(), all().stream().flatMap(line -> line.changes().stream()))
                .toList();
    }

    /** The CPU that executes, unless the change says otherwise: {@code regs CPU1}. */
    private static int cpuOf(Change change, int executing) {
        String number = change.place().substring(change.place().indexOf("CPU") + 3);
        return change.place().contains("CPU") ? Integer.parseInt(number) : executing;
    }

    private static int widest(List<Change> changes) {
        return changes.stream().mapToInt(change -> boxText(change).length() * CHARACTER / 10 + 12).max()
                .orElse(0);
    }

    private static String boxText(Change change) {
        String place = change.lane() == Change.Lane.BOOKKEEPING && !change.place().isEmpty()
                ? change.place() + " "
                : "";
        return place + (change.before().isEmpty()
                ? change.what() + " = " + change.after()
                : change.what() + " " + change.before() + " → " + change.after());
    }

    private void heading(Lane lane, int bottom) {
        text(lane.x(), TOP - 14, "lane", lane.name());
        svg.append("<path class=\"life\" d=\"M%d %dV%d\"/>\n".formatted(lane.middle(), TOP - 6, bottom));
    }

    /** @param last number of the last step of a stretch of quiet ones */
    private int step(TraceStep step, int last, int top) {
        int y = top;
        for (TraceLine line : step.lines()) {
            y = line(line, step, y);
        }
        separated(y);
        text(MARGIN, top + 12, "quiet", Integer.toString(step.number()));
        if (last > step.number()) {
            text(MARGIN, top + 25, "quiet", "–" + last);
        }
        Lane band = lanes.get("band" + step.actor().cpu().orElse(0));
        if (band != null) {
            String style = switch (step.actor().context()) {
                case "user", "→ kernel" -> "user";
                case "kernel", "→ user" -> "kernel";
                default -> "interrupt";
            };
            band(band, style, top, y - top - ROW_GAP);
            text(band.x() + 6, top + 12, "", step.actor().text());
        }
        return y;
    }

    private int line(TraceLine line, TraceStep step, int top) {
        int cpu = step.actor().cpu().orElse(0);
        Map<String, Integer> next = new LinkedHashMap<>();
        String drawn = svg.toString();
        svg.setLength(0);
        line.changes().forEach(change -> box(change, lane(change, cpu), top, next));
        String boxes = svg.toString();
        svg.setLength(0);
        svg.append(drawn);
        int textHeight = 28 + (line.mark().isPresent() ? 14 : 0);
        int height = Math.max(textHeight, next.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        if (line.mark().isPresent()) {
            svg.append("<rect class=\"wrong\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n".formatted(
                    MARGIN + NUMBER_WIDTH, top - 3, width - 2 * MARGIN - NUMBER_WIDTH, height + 4));
        }
        svg.append(boxes);
        Optional<Lane> memory = line.changes().stream().filter(change -> change.lane() == Change.Lane.MEMORY)
                .map(change -> lanes.get(change.place())).findFirst();
        boolean registers = line.changes().stream()
                .anyMatch(change -> change.lane() == Change.Lane.REGISTERS);
        transfer(line, cpu, memory, registers, top + BOX_HEIGHT / 2);
        text(textAt, top + 12, "", line.statement());
        text(textAt, top + 25, "quiet", line.place());
        line.mark().ifPresent(mark -> text(textAt, top + 39, "bad", "◀ " + mark));
        return top + height + ROW_GAP;
    }

    /** An arrow from the registers to memory for a save, the other way round for a restore. */
    private void transfer(TraceLine line, int cpu, Optional<Lane> memory, boolean registers, int y) {
        String statement = line.statement().toLowerCase(java.util.Locale.ROOT);
        OptionalInt from = edge("regs" + cpu, true);
        if (memory.isPresent() && !registers && from.isPresent() && statement.contains("save")) {
            arrow(from.getAsInt(), memory.get().x() - 2, y);
        }
        Optional<Lane> buffer = memory.or(() -> lanes.values().stream()
                .filter(lane -> lane.style().equals("mem")).findFirst());
        if (registers && buffer.isPresent() && statement.contains("rstor")) {
            arrow(buffer.get().x(), from.orElseThrow() + 2, y);
        }
    }

    private OptionalInt edge(String key, boolean right) {
        return Optional.ofNullable(lanes.get(key))
                .map(lane -> OptionalInt.of(right ? lane.x() + lane.width() : lane.x()))
                .orElse(OptionalInt.empty());
    }

    private void arrow(int from, int to, int y) {
        svg.append("<path class=\"arrow\" d=\"M%d %dH%d\"/>\n".formatted(from, y, to));
    }

    private int end(TraceEnd end, int top) {
        int y = top;
        svg.append("<path class=\"rule\" d=\"M%d %dH%d\"/>\n".formatted(MARGIN, y - 8, width - MARGIN));
        text(MARGIN, y + 10, "plain bad", end.property() + ": " + end.sentence());
        y += 20;
        for (String sentence : end.sentences()) {
            text(MARGIN, y + 10, "plain", sentence);
            y += 18;
        }
        for (CopyAtEnd copy : end.copies()) {
            text(MARGIN, y + 10, copy.right() ? "plain" : "plain bad", copy.text());
            y += 18;
        }
        return y;
    }

    private void text(int x, int y, String style, String content) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y,
                SvgText.escape(content)));
    }
}
