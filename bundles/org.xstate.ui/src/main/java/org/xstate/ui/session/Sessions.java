package org.xstate.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Which session the views show. The debugger sets it as the user selects what is debugged. */
public final class Sessions {

    private static final List<Consumer<Optional<Session>>> LISTENERS = new CopyOnWriteArrayList<>();
    private static volatile Optional<Session> active = Optional.empty();

    private Sessions() {
    }

    /** The one that is shown; empty if none is open. */
    public static Optional<Session> active() {
        return active;
    }

    /** Shows another one, or none. */
    public static void activate(Optional<Session> session) {
        active = session;
        LISTENERS.forEach(listener -> listener.accept(session));
    }

    /** @param listener called on whatever thread activates */
    public static void addListener(Consumer<Optional<Session>> listener) {
        LISTENERS.add(listener);
    }

    public static void removeListener(Consumer<Optional<Session>> listener) {
        LISTENERS.remove(listener);
    }
}
