package org.xstate.sim.debug;

import org.xstate.model.run.Event;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;

/**
 * A statement of a history.
 *
 * @param simulation to be looked at only
 * @param position   behind the statement
 * @param by         the step that it is of
 */
public record Sight(Simulation simulation, Position position, Transition by, Event event) {

    /** Where it stands, with its calls. */
    public CallStack stack() {
        return CallStack.of(simulation.machine(), event);
    }

    /**
     * Whether it is the first one of its line that is executed: not one that goes on with the line, or comes back to it from
     * a function that the line calls.
     */
    public boolean beginsLine() {
        CallStack here = stack();
        for (int step = position.step(); step > 0; step--) {
            Transition before = simulation.moment(step).by();
            if (before.action() != by.action() || before.cpu() != by.cpu()) {
                continue;
            }
            int from = (step == position.step() ? position.event() - 1 : before.events().size()) - 1;
            for (int event = from; event >= 0; event--) {
                CallStack earlier = CallStack.of(simulation.machine(), before.events().get(event));
                if (earlier.depth() <= here.depth()) {
                    return !earlier.isAt(here);
                }
            }
        }
        return true;
    }

    /** Whether the function that it is in has just been entered. */
    public boolean entersFunction() {
        CallStack here = stack();
        for (int step = position.step(); step > 0; step--) {
            Transition before = simulation.moment(step).by();
            if (before.action() != by.action() || before.cpu() != by.cpu()) {
                continue;
            }
            int from = (step == position.step() ? position.event() - 1 : before.events().size()) - 1;
            if (from >= 0) {
                return !CallStack.of(simulation.machine(), before.events().get(from))
                        .isWithin(here.calls());
            }
        }
        return true;
    }
}
