package org.xstate.sim.debug;

import java.util.Optional;

import org.xstate.sim.run.Position;

/**
 * Finds the line to which a step back goes, as the statements of the one who is stepped are taken back one by one: the
 * beginning of the line that was under way, else of the one before.
 */
final class Backwards {

    private final int from;
    private Optional<CallStack> line = Optional.empty();
    private Optional<Position> found = Optional.empty();

    /** @param from how deep the one who is stepped stands at the beginning; what has ended was as deep as its body */
    Backwards(int from) {
        this.from = from;
    }

    static int depth(Optional<CallStack> stack) {
        return stack.map(CallStack::depth).orElse(0);
    }

    /** The earliest place so far at which the line begins. */
    Optional<Position> found() {
        return found;
    }

    /**
     * Whether the beginning of the line was passed.
     *
     * @param now where the one who is stepped stands, one statement earlier than at the last call
     */
    boolean isOver(Goal.Step step, Optional<CallStack> now, Position place) {
        if (line.isPresent()) {
            return goesOn(step, now, place);
        }
        if (now.isEmpty()) {
            found = Optional.of(place);
            return true;
        }
        int depth = depth(now);
        boolean reached = switch (step) {
            case INTO -> true;
            case OVER -> depth <= from;
            case OUT -> depth < from;
        };
        if (reached) {
            line = now;
            found = Optional.of(place);
        }
        return false;
    }

    private boolean goesOn(Goal.Step step, Optional<CallStack> now, Position place) {
        CallStack begun = line.orElseThrow();
        if (now.filter(begun::isAt).isPresent()) {
            found = Optional.of(place);
            return false;
        }
        boolean inside = step == Goal.Step.OVER && depth(now) > begun.depth();
        return !inside;
    }
}
