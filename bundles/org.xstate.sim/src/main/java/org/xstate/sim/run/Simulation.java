package org.xstate.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Event;
import org.xstate.model.run.Failure;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Transition;
import org.xstate.model.run.Witness;
import org.xstate.model.run.Write;

/**
 * One execution with its whole history. A step is chosen among those that are possible; what has happened can be walked
 * statement by statement, forwards and backwards, and taken up again from any place, which drops what came after it.
 *
 * <p>States and events are immutable; the simulation itself is for one thread.
 */
public final class Simulation {

    private final Machine machine;
    private final Interpreter interpreter;
    private final Moves moves;
    private final List<Transition> beginnings;
    private final List<Moment> history = new ArrayList<>();
    /** The same as it was handed out last; empty when it has changed since. */
    private Optional<List<Moment>> handedOut = Optional.empty();
    private int beginning;
    private Position position = new Position(0, 0);
    private Optional<Violation> violation = Optional.empty();

    private Simulation(Machine machine) {
        this.machine = machine;
        // the states as they are, those of counterexamples too
        this.interpreter = new Interpreter(machine, false);
        this.moves = new Moves(machine);
        this.beginnings = interpreter.initial();
    }

    /**
     * Starts in the first initial state.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Simulation of(Machine machine) {
        Simulation simulation = new Simulation(machine);
        if (simulation.beginnings.isEmpty()) {
            throw new IllegalArgumentException(
                    "no initial state: every way through the setups ends in an assumption");
        }
        simulation.begin(0);
        return simulation;
    }

    /**
     * What is violated.
     *
     * @param claim   number of the claim
     * @param failure what failed within the last step; absent if the state that it led to violates a property
     */
    public record Violation(int claim, Optional<Failure> failure) {
    }

    /** Why {@link #run} stopped. */
    public enum Stopped {
        /** At a breakpoint or a watched change. */
        CONDITION,
        /** A claim is violated. */
        VIOLATION,
        /** No step is possible. */
        END,
        /** As many steps as were asked for, or no choice was made. */
        ENOUGH
    }

    public Machine machine() {
        return machine;
    }

    /** Number of initial states, equal ones included: ways through the choices of the setups. */
    public int beginnings() {
        return beginnings.size();
    }

    /** Number of the initial state in which the history begins. */
    public int beginning() {
        return beginning;
    }

    /** The first initial state. */
    public long[] firstBeginning() {
        return beginnings.getFirst().to();
    }

    /** Forgets everything and starts in an initial state, by its number from 0. */
    public void begin(int number) {
        Transition start = beginnings.get(number);
        beginning = number;
        handedOut = Optional.empty();
        history.clear();
        history.add(new Moment(start.to(), start, ""));
        position = new Position(0, 0);
        violation = judge(start);
    }

    private Optional<Violation> judge(Transition transition) {
        if (transition.failure().isPresent()) {
            return Optional.of(new Violation(transition.failure().get().claim(), transition.failure()));
        }
        int claim = interpreter.violated(transition.to());
        return claim < 0
                ? Optional.empty()
                : Optional.of(new Violation(claim,
                        hasPredicate(claim) ? Optional.empty() : fault(transition.to())));
    }

    private boolean hasPredicate(int claim) {
        return machine.claims().get(claim).predicate().isPresent();
    }

    /** What goes wrong when a property is evaluated. */
    private Optional<Failure> fault(long[] state) {
        return IntStream.range(0, machine.claims().size()).filter(this::hasPredicate)
                .mapToObj(claim -> interpreter.fault(state, claim)).flatMap(Optional::stream).findFirst();
    }

    /** All moments so far, the initial one first; copied once for all who ask while nothing is added. */
    public List<Moment> history() {
        List<Moment> now = handedOut.orElseGet(() -> List.copyOf(history));
        handedOut = Optional.of(now);
        return now;
    }

    /** Number of steps so far. */
    public int steps() {
        return history.size() - 1;
    }

    /** What the history has after so many steps. */
    public Moment moment(int step) {
        return history.get(step);
    }

    /** Where the simulation stands. */
    public Position position() {
        return position;
    }

    /** The end of the history. */
    public Position end() {
        int last = history.size() - 1;
        return new Position(last, last == 0 ? 0 : history.get(last).by().events().size());
    }

    /** What is violated at the end of the history; no step goes on from there. */
    public Optional<Violation> violation() {
        return violation;
    }

    /** Why the property that the last state violates does not hold there; empty if a step failed, or nothing did. */
    public Optional<Witness> witness() {
        return violation.filter(one -> one.failure().isEmpty())
                .flatMap(one -> interpreter.witness(history.getLast().state(), one.claim()));
    }

    /** Goes to any place of the history. */
    public void moveTo(Position place) {
        int events = place.step() == 0 || place.step() >= history.size()
                ? 0
                : history.get(place.step()).by().events().size();
        if (place.step() >= history.size() || place.event() > events) {
            throw new IllegalArgumentException("the history does not reach " + place);
        }
        position = place;
    }

    /** One statement back; false at the beginning. */
    public boolean back() {
        if (position.equals(new Position(0, 0))) {
            return false;
        }
        int step = position.step();
        if (position.event() > 1) {
            position = new Position(step, position.event() - 1);
        } else {
            position = new Position(step - 1, step == 1 ? 0 : history.get(step - 1).by().events().size());
        }
        return true;
    }

    /** One statement forward within the history; false at its end. */
    public boolean forward() {
        if (position.equals(end())) {
            return false;
        }
        boolean inside = position.step() > 0
                && position.event() < history.get(position.step()).by().events().size();
        position = inside
                ? new Position(position.step(), position.event() + 1)
                : new Position(position.step() + 1, Math.min(1,
                        history.get(position.step() + 1).by().events().size()));
        return true;
    }

    /** The state where the simulation stands; within a step as it was between two statements of it. */
    public long[] state() {
        if (position.step() == 0) {
            return history.getFirst().state();
        }
        Moment moment = history.get(position.step());
        if (position.event() == moment.by().events().size()) {
            return moment.state();
        }
        long[] state = history.get(position.step() - 1).state();
        for (Event event : moment.by().events().subList(0, position.event())) {
            for (Write write : event.writes()) {
                state[write.slot()] = write.after();
            }
        }
        return state;
    }

    /** The place behind the next statement of the history; a step without statements is passed. Empty at its end. */
    public Optional<Position> ahead() {
        if (position.step() > 0 && position.event() < events(position.step())) {
            return Optional.of(new Position(position.step(), position.event() + 1));
        }
        return IntStream.rangeClosed(position.step() + 1, steps()).filter(step -> events(step) > 0)
                .mapToObj(step -> new Position(step, 1)).findFirst();
    }

    private int events(int step) {
        return history.get(step).by().events().size();
    }

    /** The statement that was executed last. */
    public Optional<Span> place() {
        return position.event() == 0 || position.step() == 0
                ? Optional.empty()
                : Optional.of(span(history.get(position.step()).by().events().get(position.event() - 1)));
    }

    /** The steps that are possible at the end of the step in which the simulation stands. */
    public List<Transition> possible() {
        boolean over = position.step() == history.size() - 1 && violation.isPresent();
        return over ? List.of() : interpreter.transitions(history.get(position.step()).state());
    }

    /** Names of {@link #possible} steps, in the same order. */
    public List<String> possibleMoves() {
        return moves.of(possible());
    }

    /** Names of steps that were given by {@link #possible}. */
    public List<String> names(List<Transition> possible) {
        return moves.of(possible);
    }

    /** Takes one of the possible steps, whole; what was in the history after it is dropped. */
    public void take(int number) {
        List<Transition> possible = possible();
        Transition chosen = possible.get(number);
        String move = moves.of(possible).get(number);
        handedOut = Optional.empty();
        history.subList(position.step() + 1, history.size()).clear();
        history.add(new Moment(chosen.to(), chosen, move));
        position = end();
        violation = judge(chosen);
    }

    /**
     * Goes on from the end of the current step until something stops it.
     *
     * @param chooser gives the number of the step to take among those that are possible, or a negative number to stop
     * @param conditions where to stop, between two statements
     * @param most    steps to take at most
     */
    public Stopped run(ToIntFunction<List<String>> chooser, List<StopCondition> conditions, int most) {
        for (int taken = 0; taken < most; taken++) {
            List<String> possible = possibleMoves();
            if (possible.isEmpty()) {
                return violation.isPresent() ? Stopped.VIOLATION : Stopped.END;
            }
            int choice = chooser.applyAsInt(possible);
            if (choice < 0) {
                return Stopped.ENOUGH;
            }
            take(choice);
            OptionalInt hit = hit(history.size() - 1, conditions);
            if (hit.isPresent()) {
                position = new Position(history.size() - 1, hit.getAsInt());
                return Stopped.CONDITION;
            }
            if (violation.isPresent()) {
                return Stopped.VIOLATION;
            }
        }
        return Stopped.ENOUGH;
    }

    /** Goes back to the last place before this one at which a condition was met; false if there is none. */
    public boolean runBack(List<StopCondition> conditions) {
        Position from = position;
        while (back()) {
            if (position.event() > 0 && met(position.step(), position.event(), conditions)) {
                return true;
            }
        }
        position = from;
        return false;
    }

    private OptionalInt hit(int step, List<StopCondition> conditions) {
        for (int event = 1; event <= history.get(step).by().events().size(); event++) {
            if (met(step, event, conditions)) {
                return OptionalInt.of(event);
            }
        }
        return OptionalInt.empty();
    }

    private boolean met(int step, int number, List<StopCondition> conditions) {
        Event event = history.get(step).by().events().get(number - 1);
        Span span = span(event);
        return conditions.stream().anyMatch(condition -> condition.hit(event, span));
    }

    private Span span(Event event) {
        return machine.procedures().get(event.procedure()).nodes().get(event.node()).span();
    }
}
