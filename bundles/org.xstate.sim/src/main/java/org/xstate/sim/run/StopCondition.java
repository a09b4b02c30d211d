package org.xstate.sim.run;

import java.util.OptionalLong;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.run.Event;
import org.xstate.model.run.Write;

/** Where a run is to stop. */
public sealed interface StopCondition {

    /** Before or after a statement is executed, it has: the stop is right after it. */
    boolean hit(Event event, Span span);

    /**
     * A statement of that line was executed.
     *
     * @param file its name, or the end of it from a {@code /} on
     */
    record Breakpoint(String file, int line) implements StopCondition {
        @Override
        public boolean hit(Event event, Span span) {
            return span.line() == line && (span.file().equals(file) || span.file().endsWith("/" + file));
        }
    }

    /** A slot was written with another value than it had. @param value only with that one */
    record Watch(int slot, OptionalLong value) implements StopCondition {
        @Override
        public boolean hit(Event event, Span span) {
            return event.writes().stream().anyMatch(this::watched);
        }

        private boolean watched(Write write) {
            return write.slot() == slot && write.before() != write.after()
                    && (value.isEmpty() || value.getAsLong() == write.after());
        }
    }
}
