package org.xstate.sim.trace;

import java.util.List;

import org.xstate.model.run.Event;
import org.xstate.model.run.Write;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;

/** States and events between two places of a history. */
final class Places {

    private Places() {
    }

    /** The state at a place; within a step as it was between two of its statements. */
    static long[] state(List<Moment> history, Position place) {
        if (place.step() == 0 || place.event() == history.get(place.step()).by().events().size()) {
            return history.get(place.step()).state();
        }
        long[] state = history.get(place.step() - 1).state();
        for (Event event : history.get(place.step()).by().events().subList(0, place.event())) {
            for (Write write : event.writes()) {
                state[write.slot()] = write.after();
            }
        }
        return state;
    }

    /** What happened in the step of the second place, up to that place and not before the first. */
    static List<Event> events(List<Moment> history, Position from, Position to) {
        if (to.step() == 0) {
            return List.of();
        }
        List<Event> events = history.get(to.step()).by().events();
        return events.subList(from.step() == to.step() ? from.event() : 0, to.event());
    }
}
