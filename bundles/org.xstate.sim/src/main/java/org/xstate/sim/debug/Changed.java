package org.xstate.sim.debug;

import java.util.List;
import java.util.Objects;

import org.xstate.model.run.Write;

/**
 * Something in the state that is written with another value.
 *
 * @param name  in the words of whoever watches it
 * @param value of it in a state, as text
 */
public record Changed(String name, Value value) implements StopPoint {

    /** What is watched. */
    @FunctionalInterface
    public interface Value {
        String in(long[] state);
    }

    public Changed {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** The value of an expression without locals. */
    public static Changed of(Watch watch) {
        return new Changed(watch.expression(), state -> watch.in(state, 0, List.of()).toString());
    }

    @Override
    public boolean after(Sight done) {
        List<Write> writes = done.event().writes();
        if (writes.stream().allMatch(write -> write.before() == write.after())) {
            return false;
        }
        long[] after = done.simulation().state();
        long[] before = after.clone();
        writes.reversed().forEach(write -> before[write.slot()] = write.before());
        return !value.in(before).equals(value.in(after));
    }
}
