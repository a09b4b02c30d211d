package org.xstate.cli;

import java.util.ArrayList;
import java.util.List;

/** Ends a command of a shell from another thread, as Ctrl-C does on a terminal. For one command. */
public final class Stopper {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean stopped;

    /** An exploration answers with what it knows so far; other commands end at the next line that they write. */
    public void stop() {
        List<Runnable> now;
        synchronized (this) {
            stopped = true;
            now = List.copyOf(actions);
        }
        now.forEach(Runnable::run);
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Whether the command ends by itself: what it then says still is to be read. */
    synchronized boolean isServed() {
        return !actions.isEmpty();
    }

    /** @param action run once, on the thread that stops; at once if that has happened */
    public void onStop(Runnable action) {
        boolean now;
        synchronized (this) {
            actions.add(action);
            now = stopped;
        }
        if (now) {
            action.run();
        }
    }
}
