package org.xstate.sim.debug;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.xstate.model.run.LocalValue;
import org.xstate.sim.run.Simulation;

/**
 * A place at which to stop only if a condition is true there. A condition that cannot be evaluated stops: whoever set it
 * wants to know.
 */
public record Conditional(StopPoint place, Watch condition) implements StopPoint {

    public Conditional {
        Objects.requireNonNull(place);
        Objects.requireNonNull(condition);
    }

    @Override
    public boolean before(Sight next) {
        return place.before(next) && isTrue(next);
    }

    @Override
    public boolean after(Sight done) {
        return place.after(done) && isTrue(done);
    }

    private boolean isTrue(Sight sight) {
        return condition.isTrue(sight.simulation().state(), sight.by().cpu(), locals(sight));
    }

    /** Those of the innermost call, as they are where the simulation stands. */
    private static List<LocalValue> locals(Sight sight) {
        Simulation simulation = sight.simulation();
        OptionalInt process = new Places(simulation).actor(sight.by());
        boolean begun = process.isPresent() || simulation.position().step() == sight.position().step();
        CallStack stack = sight.stack();
        Subject subject = process.isPresent()
                ? new Subject.Process(process.getAsInt())
                : new Subject.Everyone();
        return begun ? Locals.of(simulation, subject, stack, stack.depth() - 1) : List.of();
    }
}
