package org.xstate.analysis.machine;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.xstate.sim.run.Position;
import org.xstate.sim.trace.Timeline;

/**
 * Which part of a timeline is drawn, and how wide. A column is a step: what was done in it, and how things are afterwards;
 * column 0 is the beginning.
 *
 * @param first     where the left edge is, in steps
 * @param scale     width of a step in units of a picture
 * @param width     of the picture, names of lanes included
 * @param place     where the execution stands; drawn as the cursor
 * @param selection steps that are marked
 * @param ticks     kinds of events that are drawn
 * @param legend    whether it is explained what is drawn, for a picture that stands alone
 */
public record TimelineWindow(double first, double scale, double width, Optional<Position> place,
        Optional<Range> selection, Set<Timeline.Tick> ticks, boolean legend) {

    /** Width of a step at which its letters can be read. */
    public static final double READABLE = 24;
    /** Width of the names of lanes. */
    public static final double NAMES = 104;
    private static final double NARROWEST = 3;
    private static final double MARGIN = 8;
    private static final double PAGE = 800;
    private static final double WIDEST_STEP = 64;
    private static final double NARROWEST_DOCUMENT = 560;
    private static final double WIDEST_DOCUMENT = 4000;

    /** Steps from one to another, both included. */
    public record Range(int from, int to) {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("a range from " + from + " to " + to);
            }
        }

        public boolean has(int step) {
            return step >= from && step <= to;
        }
    }

    public TimelineWindow {
        Objects.requireNonNull(place);
        Objects.requireNonNull(selection);
        ticks = Set.copyOf(ticks);
        if (!(scale > 0) || !(width > NAMES)) {
            throw new IllegalArgumentException("a window of width " + width + " and scale " + scale);
        }
    }

    /** All of it, for a document: readable if it is not too long, else squeezed. */
    public static TimelineWindow document(Timeline timeline) {
        int columns = timeline.steps() + 1;
        double readable = Math.clamp(PAGE / columns, READABLE, WIDEST_STEP);
        double width = Math.clamp(NAMES + MARGIN + columns * readable, NARROWEST_DOCUMENT, WIDEST_DOCUMENT);
        double scale = Math.min(readable, (width - NAMES - MARGIN) / columns);
        return new TimelineWindow(0, scale, width, Optional.empty(), Optional.empty(),
                EnumSet.allOf(Timeline.Tick.class), true);
    }

    /** A part of it and nothing else, for a document: as readable as a document's width allows. */
    public static TimelineWindow document(Range steps) {
        int columns = steps.to() - steps.from() + 1;
        double readable = Math.clamp(PAGE / columns, READABLE, WIDEST_STEP);
        double width = Math.clamp(NAMES + columns * readable, NARROWEST_DOCUMENT, WIDEST_DOCUMENT);
        return new TimelineWindow(steps.from(), (width - NAMES) / columns, width, Optional.empty(),
                Optional.empty(), EnumSet.allOf(Timeline.Tick.class), true);
    }

    /** The left edge of a step's column. */
    public double x(double step) {
        return NAMES + (step - first) * scale;
    }

    /** The step whose column is there; negative or too great outside of the execution. */
    public int step(double x) {
        return (int) Math.floor(first + (x - NAMES) / scale);
    }

    /** Steps that fit. */
    public double steps() {
        return (width - NAMES) / scale;
    }

    /** So many steps are drawn as one, because they would be too narrow. */
    int together() {
        return scale >= NARROWEST ? 1 : (int) Math.ceil(NARROWEST / scale);
    }
}
