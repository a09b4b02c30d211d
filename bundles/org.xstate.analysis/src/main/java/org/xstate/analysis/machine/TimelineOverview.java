package org.xstate.analysis.machine;

import java.util.Optional;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.run.Position;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.Timeline.Mode;

/** A whole timeline in a bar: how each CPU executes in thin stripes, which part a window shows, where the execution stands. */
public final class TimelineOverview {

    public static final double HEIGHT = 26;
    private static final double COLUMN = 2;

    private TimelineOverview() {
    }

    /** @param width of the bar @param first the first step that the window shows @param steps how many it shows */
    public static Picture of(Timeline timeline, double width, double first, double steps,
            Optional<Position> place) {
        Drawing drawing = new Drawing();
        double scale = scale(timeline, width);
        int stripes = Math.max(1, timeline.cpus().size());
        double stripe = (HEIGHT - 8) / stripes;
        for (int cpu = 0; cpu < timeline.cpus().size(); cpu++) {
            stripe(timeline, cpu, width, 4 + cpu * stripe, stripe, drawing);
        }
        if (timeline.cpus().isEmpty()) {
            drawing.area(0, HEIGHT / 2 - 1, width, 2, Ink.LINE);
        }
        timeline.violation().ifPresent(
                step -> drawing.line(width - 1.5, 0, width - 1.5, HEIGHT, Ink.BAD_TEXT, Stroke.THICK));
        double left = Math.clamp(first * scale, 0, width);
        double right = Math.clamp((first + steps) * scale, 0, width);
        if (right - left < width - 1) {
            drawing.box(left, 1, Math.max(4, right - left), HEIGHT - 2, 2, Ink.BACKGROUND, Fill.NONE,
                    Ink.MARKED,
                    Stroke.THICK);
        }
        place.ifPresent(
                at -> drawing.line((at.step() + 0.5) * scale, 1, (at.step() + 0.5) * scale, HEIGHT - 1,
                        Ink.MARKED, Stroke.THIN));
        return drawing.picture(width, HEIGHT, "%,d steps".formatted(timeline.steps()));
    }

    private static double scale(Timeline timeline, double width) {
        return width / (timeline.steps() + 1);
    }

    /** The step at a place of the bar. */
    public static int step(Timeline timeline, double width, double x) {
        return Math.clamp((int) Math.floor(x / scale(timeline, width)), 0, timeline.steps());
    }

    private static void stripe(Timeline timeline, int cpu, double width, double y, double height,
            Drawing drawing) {
        double scale = scale(timeline, width);
        double from = 0;
        Optional<Mode> mode = Optional.empty();
        for (double x = 0; x < width; x += Math.max(COLUMN, scale)) {
            Mode now = timeline.mode(Math.min(timeline.steps(), (int) (x / scale + 0.01)), cpu);
            if (!mode.equals(Optional.of(now))) {
                paint(mode, from, x, y, height, drawing);
                mode = Optional.of(now);
                from = x;
            }
        }
        paint(mode, from, width, y, height, drawing);
    }

    private static void paint(Optional<Mode> mode, double from, double to, double y, double height,
            Drawing drawing) {
        mode.filter(one -> one != Mode.IDLE).ifPresent(
                one -> drawing.area(from, y, to - from, Math.max(1, height - 1), TimelinePicture.ink(one)));
    }
}
