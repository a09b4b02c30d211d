package org.xstate.ui.session;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.run.StopCondition;
import org.xstate.sim.scenario.Scenario;

/**
 * A simulation that somebody looks at. Everything that moves it goes through here, so that all who follow it see the same;
 * calls come one at a time, from whatever thread, and listeners are called on that thread.
 */
public final class Session {

    /** Told after the simulation was moved or has grown. */
    @FunctionalInterface
    public interface Listener {
        /** @param grown whether the history is another one than before, too */
        void moved(Session session, boolean grown);
    }

    private final String label;
    private final Scenario scenario;
    private final Simulation simulation;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

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

    /** Looks at the simulation while nobody moves it. */
    public synchronized <T> T read(Look<T> look) {
        return look.at(simulation);
    }

    public synchronized Position position() {
        return simulation.position();
    }

    /** Goes to a place of the history. */
    public void moveTo(Position place) {
        synchronized (this) {
            simulation.moveTo(place);
        }
        tell(false);
    }

    /** One statement back; false at the beginning. */
    public boolean back() {
        boolean moved;
        synchronized (this) {
            moved = simulation.back();
        }
        tell(false);
        return moved;
    }

    /** One statement forward within the history; false at its end. */
    public boolean forward() {
        boolean moved;
        synchronized (this) {
            moved = simulation.forward();
        }
        tell(false);
        return moved;
    }

    /** Takes one of the possible steps; drops what came after. */
    public void take(int number) {
        synchronized (this) {
            simulation.take(number);
        }
        tell(true);
    }

    /** See {@link Simulation#run}. */
    public Simulation.Stopped run(ToIntFunction<List<String>> chooser, List<StopCondition> conditions,
            int most) {
        Simulation.Stopped stopped;
        synchronized (this) {
            stopped = simulation.run(chooser, conditions, most);
        }
        tell(true);
        return stopped;
    }

    /** See {@link Simulation#runBack}. */
    public boolean runBack(List<StopCondition> conditions) {
        boolean found;
        synchronized (this) {
            found = simulation.runBack(conditions);
        }
        tell(false);
        return found;
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
