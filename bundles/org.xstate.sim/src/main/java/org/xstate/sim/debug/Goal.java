package org.xstate.sim.debug;

import java.util.Objects;

/** How far a movement goes if nothing stops it before. */
public sealed interface Goal {

    /** Whether it goes back in the history. */
    boolean back();

    /** Which line a step goes to. */
    enum Step {
        /** The next line, that of a function which is called too. */
        INTO,
        /** The next line of the same function, or of what called it. */
        OVER,
        /** What called the function. */
        OUT
    }

    /** To another line of somebody; backwards to the beginning of the line before. */
    record Line(Subject subject, Step step, boolean back) implements Goal {
        public Line {
            Objects.requireNonNull(subject);
            Objects.requireNonNull(step);
        }
    }

    /** One statement of somebody, however small. */
    record Statement(Subject subject, boolean back) implements Goal {
        public Statement {
            Objects.requireNonNull(subject);
        }
    }

    /** To the end: a violation, or that no step is possible; backwards to the beginning. */
    record End(boolean back) implements Goal {
    }

    /** To a line, whoever executes it. */
    record Place(StopPoint point) implements Goal {
        public Place {
            Objects.requireNonNull(point);
        }

        @Override
        public boolean back() {
            return false;
        }
    }
}
