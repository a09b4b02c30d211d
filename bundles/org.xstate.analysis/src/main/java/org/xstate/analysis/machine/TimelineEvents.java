package org.xstate.analysis.machine;

import java.util.BitSet;
import java.util.List;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.Timeline.Tick;

/** The events of a timeline: arrows between a CPU and a task for saves and restores, marks on lanes for the rest. */
final class TimelineEvents {

    private static final double ROOM_FOR_HEADS = 8;
    private static final double ROOM_FOR_MARKS = 6;

    private final Timeline timeline;
    private final Drawing drawing;
    private final List<TimelinePicture.Column> columns;
    /** Bits of those that are drawn. */
    private final int wanted;
    /** Rules that the column at hand has already. */
    private final BitSet taken = new BitSet();

    TimelineEvents(Timeline timeline, TimelineWindow window, Drawing drawing,
            List<TimelinePicture.Column> columns) {
        this.timeline = timeline;
        this.drawing = drawing;
        this.columns = columns;
        wanted = window.ticks().stream().mapToInt(tick -> 1 << tick.ordinal()).sum();
    }

    void draw() {
        for (TimelinePicture.Column column : columns) {
            int seen = 0;
            taken.clear();
            for (int step = column.from(); step <= column.to(); step++) {
                seen = step(step, column, seen);
            }
        }
    }

    /** @param seen ticks that the column has already, each for its lanes */
    private int step(int step, TimelinePicture.Column column, int seen) {
        if (timeline.cpus().isEmpty()) {
            rule(step, column);
            return seen;
        }
        int fresh = timeline.ticks(step) & wanted & ~seen;
        if (fresh == 0 || step == 0 || timeline.cpu(step).isEmpty()) {
            return seen;
        }
        for (Tick tick : Tick.values()) {
            if (tick.in(fresh)) {
                tick(step, tick, column);
            }
        }
        return seen | fresh;
    }

    /** A rule that fired. */
    private void rule(int step, TimelinePicture.Column column) {
        int rule = timeline.action(step);
        if (rule < 0 || rule >= timeline.tasks().size() || taken.get(rule)) {
            return;
        }
        taken.set(rule);
        double top = TimelinePicture.taskTop(timeline, rule) + 7;
        double width = Math.max(2, column.width() - (column.width() > 6 ? 2 : 0));
        drawing.box(column.x() + (column.width() - width) / 2, top, width, 12, width > 8 ? 3 : 0,
                Ink.REGISTERS, Fill.SOLID, Ink.REGISTERS_LINE, width > 4 ? Stroke.THIN : Stroke.NONE);
    }

    private void tick(int step, Tick tick, TimelinePicture.Column column) {
        int cpu = timeline.cpu(step).orElseThrow();
        double below = TimelinePicture.cpuTop(cpu) + 23;
        double middle = column.x() + column.width() / 2;
        boolean both = timeline.has(step, Tick.SAVE) && timeline.has(step, Tick.RESTORE)
                && column.width() >= 2 * ROOM_FOR_MARKS;
        switch (tick) {
            case SAVE -> between(step, middle - (both ? column.width() / 5 : 0), below, column, true);
            case RESTORE -> between(step, middle + (both ? column.width() / 5 : 0), below, column, false);
            case REGISTER -> mark(middle, below - 3.5, column, Ink.REGISTERS_LINE);
            case MEMORY -> {
                if (timeline.imageOf(step, tick) != Timeline.NOBODY) {
                    mark(middle, TimelinePicture.taskTop(timeline, timeline.imageOf(step, tick)) + 10.5,
                            column,
                            Ink.MEMORY_LINE);
                }
            }
            case TRAP -> {
                if (column.width() >= ROOM_FOR_MARKS) {
                    drawing.middle(middle, below - 12, "!", Face.BOLD, Ink.BAD_TEXT);
                } else {
                    drawing.line(middle, below - 20, middle, below - 14, Ink.BAD_TEXT, Stroke.THIN);
                }
            }
            case SWITCH, VIOLATION -> {
                // a switch shows in the bands, a violation is drawn over all lanes
            }
        }
    }

    private void between(int step, double x, double cpuBottom, TimelinePicture.Column column, boolean down) {
        int whose = timeline.imageOf(step, down ? Tick.SAVE : Tick.RESTORE);
        if (whose == Timeline.NOBODY) {
            return;
        }
        double task = TimelinePicture.taskTop(timeline, whose) + 6;
        Ink ink = down ? Ink.MEMORY_LINE : Ink.REGISTERS_LINE;
        double from = down ? cpuBottom : task;
        double to = down ? task : cpuBottom;
        if (column.width() >= ROOM_FOR_HEADS) {
            drawing.arrow(x, from, x, to, ink, Stroke.THICK);
        } else {
            drawing.line(x, from, x, to, ink, Stroke.THIN);
        }
    }

    private void mark(double x, double y, TimelinePicture.Column column, Ink ink) {
        double size = column.width() >= ROOM_FOR_MARKS ? 7 : 3;
        drawing.box(x - size / 2, y, size, size, 1, ink, Fill.SOLID, Ink.BACKGROUND,
                size > 3 ? Stroke.THIN : Stroke.NONE);
    }
}
