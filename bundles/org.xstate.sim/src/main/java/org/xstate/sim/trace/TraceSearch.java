package org.xstate.sim.trace;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Moment;
import org.xstate.sim.scenario.Scenario;

/**
 * Finds steps by a text: in the statements that were executed, the names of their functions, their places, who executed
 * them, and what they changed. Upper and lower case are the same.
 */
public final class TraceSearch {

    private final Machine machine;
    private final TraceBuilder builder;
    private final String text;
    private final List<BitSet> statements;

    public TraceSearch(Scenario scenario, String text) {
        this.machine = scenario.machine();
        this.builder = new TraceBuilder(scenario);
        this.text = text.toLowerCase(Locale.ROOT).strip();
        this.statements = machine.procedures().stream().map(procedure -> {
            BitSet found = new BitSet();
            for (int node = 0; node < procedure.nodes().size(); node++) {
                Procedure.Node one = procedure.nodes().get(node);
                String place = scenario.shortened(one.span().file()) + ":" + one.span().line();
                found.set(node, matches(procedure.name()) || matches(one.statement()) || matches(place)
                        || one.calls().stream().anyMatch(frame -> matches(frame.function())));
            }
            return found;
        }).toList();
    }

    private boolean matches(String one) {
        return one.toLowerCase(Locale.ROOT).contains(text);
    }

    /**
     * The nearest step behind or before another one; empty if there is none, if the text is empty, or if it was cancelled.
     *
     * @param history the initial moment first
     */
    public OptionalInt next(List<Moment> history, int from, boolean forward, BooleanSupplier cancelled) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        for (int step = forward ? from + 1 : from - 1; step > 0 && step < history.size()
                && !cancelled.getAsBoolean(); step += forward ? 1 : -1) {
            if (matches(history.get(step - 1), history.get(step))) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the step from one moment to the next fits. */
    public boolean matches(Moment before, Moment after) {
        Transition by = after.by();
        if (matches(after.move()) || by.events().stream().anyMatch(this::matches)) {
            return true;
        }
        long[] state = before.state();
        Actor actor = builder.actor(by, state);
        return matches(actor.text()) || builder.view().changes(state, after.state(), actor.cpu()).stream()
                .anyMatch(change -> matches(change.text()));
    }

    private boolean matches(Event event) {
        return statements.get(event.procedure()).get(event.node());
    }
}
