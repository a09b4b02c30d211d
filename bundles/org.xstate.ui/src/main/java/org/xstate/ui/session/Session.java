package org.xstate.ui.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.run.StopCondition;
import org.xstate.sim.scenario.Scenario;

/**
 * A simulation that somebody looks at. Everything that moves it goes through here, so that all who follow it see the same;
 * calls come from whatever thread, and listeners are called on that thread. One moves it at a time: while a movement is
 * under way, whatever else would move it does nothing, and looking at it does not wait for the movement's end.
 */
public final class Session {

    /** Told after the simulation was moved or has grown. */
    @FunctionalInterface
    public interface Listener {
        /** @param grown whether the history is another one than before, too */
        void moved(Session session, boolean grown);
    }

    /** Asked, on the thread that moves, which of several steps is taken. */
    @FunctionalInterface
    public interface Chooser {
        /** @return number of the step; empty to stop there */
        OptionalInt choose(Session session, List<Movement.Choice> choices);
    }

    private final String label;
    private final Scenario scenario;
    private final Simulation simulation;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    // fair, so that a view does not wait long for a movement that takes the lock for each statement
    private final ReentrantLock lock = new ReentrantLock(true);
    private boolean moving;

    /** @param label what a reader calls it: {@code begin-finish.c as_posted} */
    public Session(String label, Scenario scenario, Simulation simulation) {
        this.label = Objects.requireNonNull(label);
        this.scenario = Objects.requireNonNull(scenario);
        this.simulation = Objects.requireNonNull(simulation);
    }

    public String label() {
        return label;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** To be looked at only, within {@link #read}. */
    public interface Look<T> {
        T at(Simulation simulation);
    }

    /** Looks at the simulation while nobody moves it; within a movement, between two statements. */
    public <T> T read(Look<T> look) {
        lock.lock();
        try {
            return look.at(simulation);
        } finally {
            lock.unlock();
        }
    }

    public Position position() {
        return read(Simulation::position);
    }

    /** Whether a movement is under way. */
    public boolean isMoving() {
        return read(_ -> moving);
    }

    /** Moves at once, if nobody else is moving. */
    private boolean moved(boolean grown, Predicate<Simulation> move) {
        Optional<Boolean> done = read(
                one -> moving ? Optional.<Boolean>empty() : Optional.of(move.test(one)));
        done.ifPresent(_ -> tell(grown));
        return done.orElse(false);
    }

    /** Goes to a place of the history. */
    public void moveTo(Position place) {
        moved(false, one -> {
            one.moveTo(place);
            return true;
        });
    }

    /** One statement back; false at the beginning. */
    public boolean back() {
        return moved(false, Simulation::back);
    }

    /** One statement forward within the history; false at its end. */
    public boolean forward() {
        return moved(false, Simulation::forward);
    }

    /** Takes one of the possible steps; drops what came after. */
    public void take(int number) {
        moved(true, one -> {
            one.take(number);
            return true;
        });
    }

    /** See {@link Simulation#run}; not for choosers that take long. */
    public Simulation.Stopped run(ToIntFunction<List<String>> chooser, List<StopCondition> conditions,
            int most) {
        Optional<Simulation.Stopped> stopped = read(one -> moving
                ? Optional.<Simulation.Stopped>empty()
                : Optional.of(one.run(chooser, conditions, most)));
        stopped.ifPresent(_ -> tell(true));
        return stopped.orElse(Simulation.Stopped.ENOUGH);
    }

    /** See {@link Simulation#runBack}. */
    public boolean runBack(List<StopCondition> conditions) {
        return moved(false, one -> one.runBack(conditions));
    }

    /**
     * Moves statement by statement until the goal or a stop is reached. Followers are told where a choice is asked for, and
     * at the end.
     *
     * @param cancelled asked between two statements
     * @return why it is over; empty if it was cancelled, nothing was chosen, or somebody else is moving the session
     */
    public Optional<Movement.Progress.Stopped> move(Goal goal, List<StopPoint> stops, Chooser chooser,
            BooleanSupplier cancelled) {
        int steps = read(Simulation::steps);
        Optional<Movement> movement = read(one -> {
            if (moving) {
                return Optional.<Movement>empty();
            }
            moving = true;
            return Optional.of(new Movement(one, goal, stops));
        });
        if (movement.isEmpty()) {
            return Optional.empty();
        }
        try {
            return drive(movement.get(), chooser, cancelled);
        } finally {
            boolean grown = read(one -> {
                moving = false;
                return one.steps() != steps;
            });
            tell(grown);
        }
    }

    private Optional<Movement.Progress.Stopped> drive(Movement movement, Chooser chooser,
            BooleanSupplier cancelled) {
        while (!cancelled.getAsBoolean()) {
            Movement.Progress progress = read(_ -> movement.advance());
            if (progress instanceof Movement.Progress.Stopped stopped) {
                return Optional.of(stopped);
            }
            if (progress instanceof Movement.Progress.Choose(List<Movement.Choice> choices)) {
                tell(true);
                OptionalInt chosen = chooser.choose(this, choices);
                if (chosen.isEmpty()) {
                    return Optional.empty();
                }
                movement.choose(chosen.getAsInt());
            }
        }
        return Optional.empty();
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private void tell(boolean grown) {
        listeners.forEach(listener -> listener.moved(this, grown));
    }
}
