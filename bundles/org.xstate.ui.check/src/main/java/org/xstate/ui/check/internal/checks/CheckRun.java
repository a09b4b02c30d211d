package org.xstate.ui.check.internal.checks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.xstate.analysis.check.CheckSettings;
import org.xstate.check.CancelToken;
import org.xstate.check.Progress;

/** A check that was asked for: it waits, runs, or is done. Looked at from any thread. */
public final class CheckRun {

    public enum State {
        WAITING, RUNNING, DONE, CANCELLED
    }

    private final Target target;
    private final CheckSettings settings;
    private final CancelToken token = new CancelToken();
    private final List<CheckedItem> items = new CopyOnWriteArrayList<>();
    private volatile State state;
    private volatile String scenario = "";
    private volatile Optional<Progress> progress = Optional.empty();

    CheckRun(Target target, CheckSettings settings, State state) {
        this.target = Objects.requireNonNull(target);
        this.settings = Objects.requireNonNull(settings);
        this.state = Objects.requireNonNull(state);
    }

    public Target target() {
        return target;
    }

    public CheckSettings settings() {
        return settings;
    }

    /** Answers so far. */
    public List<CheckedItem> items() {
        return List.copyOf(items);
    }

    public State state() {
        return state;
    }

    public boolean isActive() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Which scenario is explored; empty if none is. */
    public String scenario() {
        return scenario;
    }

    /** Of the scenario that is explored. */
    public Optional<Progress> progress() {
        return progress;
    }

    CancelToken token() {
        return token;
    }

    void become(State next) {
        state = next;
        if (next != State.RUNNING) {
            scenario = "";
            progress = Optional.empty();
        }
    }

    void explores(String name) {
        scenario = name;
        progress = Optional.empty();
    }

    void came(Progress far) {
        progress = Optional.of(far);
    }

    void add(CheckedItem item) {
        items.add(item);
    }

    void remove(CheckedItem item) {
        items.remove(item);
    }
}
