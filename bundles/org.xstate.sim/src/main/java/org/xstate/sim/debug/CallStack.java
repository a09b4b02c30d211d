package org.xstate.sim.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;

/**
 * Where somebody stands: the calls, outermost first, and the statement that comes next in the innermost one. Calls that the
 * machine has expanded are told like the others.
 *
 * @param calls     at least one
 * @param place     of the statement
 * @param statement its text
 */
public record CallStack(List<Call> calls, Span place, String statement) {

    public CallStack {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a statement that is nowhere");
        }
    }

    /** Of a statement that is executed. */
    static CallStack of(Machine machine, Event event) {
        List<Call> calls = new ArrayList<>();
        Optional<Span> site = Optional.empty();
        for (Event.Caller caller : event.calls()) {
            push(machine, caller.procedure(), caller.node(), site, calls);
            site = Optional.of(node(machine, caller.procedure(), caller.node()).span());
        }
        push(machine, event.procedure(), event.node(), site, calls);
        return at(calls, node(machine, event.procedure(), event.node()));
    }

    /** Of a process that waits before a node of its body. */
    static CallStack of(Machine machine, int procedure, int node) {
        List<Call> calls = new ArrayList<>();
        push(machine, procedure, node, Optional.empty(), calls);
        return at(calls, node(machine, procedure, node));
    }

    private static CallStack at(List<Call> calls, Procedure.Node node) {
        return new CallStack(calls, node.span(), node.statement().strip());
    }

    private static Procedure.Node node(Machine machine, int procedure, int node) {
        return machine.procedures().get(procedure).nodes().get(node);
    }

    private static void push(Machine machine, int procedure, int node, Optional<Span> site,
            List<Call> calls) {
        calls.add(new Call(machine.procedures().get(procedure).name(), site, procedure, 0));
        node(machine, procedure, node).calls().stream().filter(frame -> frame.call().isPresent())
                .forEach(frame -> calls
                        .add(new Call(frame.function(), frame.call(), procedure, frame.locals())));
    }

    /** Number of calls. */
    public int depth() {
        return calls.size();
    }

    /** What is executed there: in the innermost call the statement, in the others the call of the next one. */
    public Span place(int depth) {
        return depth == calls.size() - 1 ? place : calls.get(depth + 1).site().orElse(place);
    }

    /** The same statement line of the same call. */
    boolean isAt(CallStack other) {
        return place.line() == other.place.line() && place.file().equals(other.place.file())
                && calls.equals(other.calls);
    }

    /** Whether this is in the call that the other one is in, or in one that leads from there. */
    boolean isWithin(List<Call> outer) {
        return calls.size() >= outer.size() && calls.subList(0, outer.size()).equals(outer);
    }

    /** Behind the other one, which was interrupted. */
    CallStack over(CallStack interrupted) {
        List<Call> all = new ArrayList<>(interrupted.calls);
        all.addAll(calls);
        return new CallStack(all, place, statement);
    }
}
