package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.Timeline.Lane;
import org.xstate.sim.trace.Timeline.Mode;
import org.xstate.sim.trace.Timeline.Tick;

/**
 * A window of a timeline: a lane for each CPU with how it executes and for whom, a lane for each task with where it runs and
 * where its state is, and between them what was saved and restored. A model in rule form has a lane for each rule. Where
 * several steps share a column, the most frequent of their bands is drawn, and every kind of event once.
 */
public final class TimelinePicture {

    /** What the item of a step begins with; its number follows. */
    public static final String STEP = "step:";

    static final double AXIS = 30;
    static final double CPU_LANE = 34;
    static final double TASK_LANE = 30;
    private static final double BAND = 20;
    private static final double TASK_BAND = 12;
    private static final double WIDE = 20;
    private static final double LEGEND = 80;
    private static final int MOST_ITEMS = 600;
    private static final Set<Mode> INTERRUPTS = EnumSet.of(Mode.SOFTIRQ, Mode.HARDIRQ, Mode.NMI);

    private final Timeline timeline;
    private final TimelineWindow window;
    private final Drawing drawing = new Drawing();
    private final List<Column> columns = new ArrayList<>();

    /** Steps that are drawn as one. */
    record Column(int from, int to, double x, double width) {
    }

    private TimelinePicture(Timeline timeline, TimelineWindow window) {
        this.timeline = timeline;
        this.window = window;
    }

    public static Picture of(Timeline timeline, TimelineWindow window) {
        return new TimelinePicture(timeline, window).draw();
    }

    /** Height of the lanes, without the legend. */
    public static double height(Timeline timeline) {
        return AXIS + timeline.cpus().size() * CPU_LANE + timeline.shownTasks().size() * TASK_LANE + 8;
    }

    /** Height with the legend, about: as much as it takes on a page. */
    public static double heightWithLegend(Timeline timeline) {
        return height(timeline) + LEGEND;
    }

    private Picture draw() {
        if (timeline.steps() == 0 && timeline.cpus().isEmpty() && timeline.tasks().isEmpty()) {
            return Picture.empty("no steps");
        }
        layColumns();
        double bottom = height(timeline);
        selection(bottom);
        for (Lane lane : timeline.cpus()) {
            cpu(lane);
        }
        for (Lane lane : timeline.shownTasks()) {
            task(lane);
        }
        new TimelineEvents(timeline, window, drawing, columns).draw();
        axis();
        violation(bottom);
        cursor(bottom);
        names();
        items(bottom);
        double end = window.legend()
                ? new TimelineLegend(drawing).draw(16, bottom + 6, window.width() - 32,
                        timeline.cpus().isEmpty()) + 12
                : bottom;
        return drawing.picture(window.width(), end, "timeline of %,d steps".formatted(timeline.steps()));
    }

    private void layColumns() {
        int together = window.together();
        int from = Math.max(0, (int) Math.floor(window.first()) / together * together);
        double last = Math.min(timeline.steps(), window.first() + window.steps());
        for (int step = from; step <= last; step += together) {
            int to = Math.min(timeline.steps(), step + together - 1);
            columns.add(new Column(step, to, window.x(step), (to - step + 1) * window.scale()));
        }
    }

    static double cpuTop(int cpu) {
        return AXIS + cpu * CPU_LANE;
    }

    static double taskTop(Timeline timeline, int task) {
        List<Lane> shown = timeline.shownTasks();
        int at = task;
        while (at >= shown.size() || shown.get(at).number() > task) {
            at--;
        }
        return AXIS + timeline.cpus().size() * CPU_LANE + at * TASK_LANE;
    }

    private void selection(double bottom) {
        window.selection().ifPresent(range -> {
            double x = Math.max(TimelineWindow.NAMES, window.x(range.from()));
            double end = Math.min(window.width(), window.x(range.to() + 1.0));
            if (end > x) {
                drawing.box(x, 4, end - x, bottom - 8, 0, Ink.BAND, Fill.SOLID, Ink.MARKED, Stroke.DASHED);
            }
        });
    }

    /** What a band of a CPU shows. */
    private record Run(Mode mode, int current, boolean locked, boolean kernelFpu) {
    }

    private Run run(int step, int cpu) {
        return new Run(timeline.mode(step, cpu), timeline.current(step, cpu), timeline.isLocked(step, cpu),
                timeline.isKernelFpu(step, cpu));
    }

    private void cpu(Lane lane) {
        double top = cpuTop(lane.number()) + 3;
        List<Run> runs = columns.stream()
                .map(column -> run(timeline.typical(column.from(), column.to(), lane.number()),
                        lane.number()))
                .toList();
        int at = 0;
        while (at < columns.size()) {
            Run run = runs.get(at);
            int end = at + 1;
            while (end < columns.size() && runs.get(end).equals(run)) {
                end++;
            }
            double x = columns.get(at).x();
            double width = columns.get(end - 1).x() + columns.get(end - 1).width() - x;
            band(run, x, top, width);
            at = end;
        }
        interrupts(lane, top, runs);
    }

    private void band(Run run, double x, double top, double width) {
        drawing.box(x, top, width, BAND, width > WIDE ? 3 : 0, ink(run.mode()), run.kernelFpu()
                ? Fill.HATCHED
                : Fill.SOLID, Ink.LINE, outlined(width) ? Stroke.THIN : Stroke.NONE);
        if (run.locked()) {
            drawing.line(x + 1, top + BAND + 3, x + width - 1, top + BAND + 3, Ink.TEXT, Stroke.THICK);
        }
        String text = text(run);
        if (Drawing.width(text, Face.SMALL) + 8 < width) {
            double from = Math.max(x, TimelineWindow.NAMES);
            drawing.text(from + 5, top + 14, text, Face.SMALL, Ink.TEXT);
        } else if (run.current() != Timeline.NOBODY && width > 12) {
            drawing.text(x + 3, top + 14, timeline.tasks().get(run.current()).name().substring(0, 1),
                    Face.SMALL, Ink.TEXT);
        }
    }

    /** Where steps share columns, outlines would be most of what is seen. */
    private boolean outlined(double width) {
        return width > (window.together() > 1 ? WIDE : 4);
    }

    private String text(Run run) {
        String who = run.current() == Timeline.NOBODY ? "" : timeline.tasks().get(run.current()).name();
        String how = run.kernelFpu() ? "kernel FPU" : run.mode().words();
        return run.mode() == Mode.IDLE && who.isEmpty() ? how : (who + " " + how).strip();
    }

    static Ink ink(Mode mode) {
        return switch (mode) {
            case USER -> Ink.USER;
            case KERNEL -> Ink.KERNEL;
            case IDLE -> Ink.BACKGROUND;
            case SOFTIRQ, HARDIRQ, NMI -> Ink.INTERRUPT;
        };
    }

    /** Interrupts that a column's band does not show, because most of its steps are others. */
    private void interrupts(Lane lane, double top, List<Run> runs) {
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            boolean shown = column.to() == column.from() || INTERRUPTS.contains(runs.get(at).mode());
            if (!shown && timeline.isAnyIn(INTERRUPTS, column.from(), column.to(), lane.number())) {
                drawing.area(column.x(), top, column.width(), 5, Ink.INTERRUPT);
            }
        }
    }

    private void task(Lane lane) {
        double top = taskTop(timeline, lane.number()) + 7;
        drawing.line(Math.max(TimelineWindow.NAMES, window.x(0)), top + TASK_BAND / 2,
                Math.min(window.width(), window.x(timeline.steps() + 1.0)), top + TASK_BAND / 2,
                Ink.FAINT_LINE,
                Stroke.THIN);
        if (timeline.cpus().isEmpty()) {
            return;
        }
        int at = 0;
        while (at < columns.size()) {
            Where where = where(columns.get(at).to(), lane.number());
            int end = at + 1;
            while (end < columns.size() && where(columns.get(end).to(), lane.number()).equals(where)) {
                end++;
            }
            double x = columns.get(at).x();
            double width = columns.get(end - 1).x() + columns.get(end - 1).width() - x;
            where(where, x, top, width);
            at = end;
        }
    }

    /** Where a task is. */
    private record Where(OptionalInt cpu, Mode mode, boolean needsLoad) {
    }

    private Where where(int step, int task) {
        OptionalInt cpu = timeline.cpuOf(step, task);
        return new Where(cpu, cpu.isPresent() ? timeline.mode(step, cpu.getAsInt()) : Mode.IDLE,
                timeline.needsLoad(step, task));
    }

    private void where(Where where, double x, double top, double width) {
        if (where.cpu().isPresent()) {
            drawing.box(x, top, width, TASK_BAND, width > WIDE ? 2 : 0, ink(where.mode()), Fill.SOLID,
                    Ink.LINE,
                    width > 4 ? Stroke.THIN : Stroke.NONE);
            String text = "CPU" + where.cpu().getAsInt();
            if (timeline.cpus().size() > 1 && Drawing.width(text, Face.SMALL) + 6 < width) {
                drawing.text(Math.max(x, TimelineWindow.NAMES) + 4, top + 10, text, Face.SMALL, Ink.TEXT);
            }
        }
        boolean registers = where.cpu().isPresent() && !where.needsLoad();
        drawing.line(x + 0.5, top + TASK_BAND + 4, x + width - 0.5, top + TASK_BAND + 4,
                registers ? Ink.REGISTERS_LINE : Ink.MEMORY_LINE, registers ? Stroke.THICK : Stroke.DASHED);
    }

    /** Numbers of steps, as many as there is room for. */
    private void axis() {
        double room = Drawing.width("%,d".formatted(timeline.steps()), Face.SMALL) + 14;
        int every = 1;
        for (int i = 0; every * window.scale() < room; i++) {
            every = every * (i % 3 == 1 ? 5 : 2) / (i % 3 == 1 ? 2 : 1);
        }
        int from = Math.max(0, (int) Math.ceil(window.first() / every) * every);
        for (int step = from; step <= timeline.steps() && window.x(step) < window.width(); step += every) {
            double x = window.x(step) + window.scale() / 2;
            drawing.middle(x, 14, "%,d".formatted(step), Face.SMALL, Ink.QUIET_TEXT);
            drawing.line(x, 18, x, 23, Ink.LINE, Stroke.THIN);
        }
        drawing.line(Math.max(TimelineWindow.NAMES, window.x(0)), 23,
                Math.min(window.width(), window.x(timeline.steps() + 1.0)), 23, Ink.LINE, Stroke.THIN);
    }

    private void violation(double bottom) {
        timeline.violation().filter(step -> window.ticks().contains(Tick.VIOLATION)).ifPresent(step -> {
            double x = window.x(step + 1.0) - Math.min(window.scale(), 4) / 2;
            if (x > TimelineWindow.NAMES && x <= window.width()) {
                drawing.line(x, 24, x, bottom - 2, Ink.BAD_TEXT, Stroke.THICK);
                drawing.right(x - 4, bottom - 1, "violated", Face.SMALL, Ink.BAD_TEXT);
            }
        });
    }

    /** On the step in which the execution stands. */
    private void cursor(double bottom) {
        window.place().ifPresent(place -> {
            double x = window.x(place.step()) + window.scale() / 2;
            if (x >= TimelineWindow.NAMES && x <= window.width()) {
                String number = "%,d".formatted(place.step());
                double half = Drawing.width(number, Face.SMALL) / 2 + 6;
                double middle = Math.min(x, window.width() - half - 1);
                drawing.line(x, 18, x, bottom - 4, Ink.MARKED, Stroke.THICK);
                drawing.box(middle - half, 3, 2 * half, 16, 4, Ink.MARKED, Fill.SOLID, Ink.MARKED,
                        Stroke.THIN);
                drawing.middle(middle, 14.5, number, Face.SMALL, Ink.BACKGROUND);
            }
        });
    }

    /** Over whatever was drawn too far to the left. */
    private void names() {
        for (Lane lane : timeline.cpus()) {
            name(lane.name(), cpuTop(lane.number()) + 17, Face.BOLD);
        }
        for (Lane lane : timeline.shownTasks()) {
            name(lane.name(), taskTop(timeline, lane.number()) + 17,
                    Drawing.width(lane.name(), Face.PLAIN) < TimelineWindow.NAMES - 14
                            ? Face.PLAIN
                            : Face.SMALL);
        }
    }

    private void name(String name, double y, Face face) {
        String shown = name;
        while (Drawing.width(shown, face) > TimelineWindow.NAMES - 14 && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        drawing.text(10, y, shown, face, Ink.TEXT);
    }

    private void items(double bottom) {
        if (columns.size() > MOST_ITEMS) {
            return;
        }
        for (Column column : columns) {
            double x = Math.max(TimelineWindow.NAMES, column.x());
            double end = Math.min(window.width(), column.x() + column.width());
            if (end > x) {
                drawing.item(new Item(STEP + column.to(), said(column), "", x, 0, end - x, bottom));
            }
        }
    }

    /** {@code step 6: A on CPU0, kernel; save, memory write}. */
    private String said(Column column) {
        int step = column.to();
        String steps = column.from() == step ? "step " + step : "steps " + column.from() + " to " + step;
        if (step == 0) {
            return "beginning";
        }
        String cpu = timeline.cpu(step).isPresent()
                ? " on CPU" + timeline.cpu(step).getAsInt() + ", "
                        + timeline.mode(step, timeline.cpu(step).getAsInt()).words()
                : "";
        int seen = timeline.ticks(column.from(), column.to());
        String ticks = Arrays.stream(Tick.values()).filter(tick -> tick.in(seen)).map(Tick::words)
                .collect(Collectors.joining(", "));
        return steps + ": " + timeline.actor(step) + cpu + (ticks.isEmpty() ? "" : "; " + ticks);
    }
}
