package org.xstate.ui.machine.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;

/**
 * Follows the session that is shown, for one view: tells it, on the thread of the user interface, that another one is shown
 * or that this one has moved. Movements that come faster than they can be shown are told once.
 */
final class Follower {

    private final Control control;
    private final BiConsumer<Optional<Session>, Boolean> told;
    private final Consumer<Optional<Session>> activation = session -> {
        follow(session);
        tell(true);
    };
    private final Session.Listener movement = (session, grown) -> tell(grown);
    private final AtomicReference<Optional<Boolean>> pending = new AtomicReference<>(Optional.empty());
    private Optional<Session> followed = Optional.empty();

    /** @param told gets the session, and whether its history is another one than at the last time */
    Follower(Control control, BiConsumer<Optional<Session>, Boolean> told) {
        this.control = control;
        this.told = told;
        Sessions.addListener(activation);
        follow(Sessions.active());
        control.addListener(org.eclipse.swt.SWT.Dispose, event -> {
            Sessions.removeListener(activation);
            follow(Optional.empty());
        });
        tell(true);
    }

    private synchronized void follow(Optional<Session> session) {
        followed.ifPresent(one -> one.removeListener(movement));
        followed = session;
        followed.ifPresent(one -> one.addListener(movement));
    }

    private void tell(boolean grown) {
        Optional<Boolean> before = pending
                .getAndUpdate(waiting -> Optional.of(grown || waiting.orElse(false)));
        if (before.isPresent() || control.isDisposed()) {
            return;
        }
        control.getDisplay().asyncExec(() -> {
            boolean another = pending.getAndSet(Optional.empty()).orElse(false);
            if (!control.isDisposed()) {
                told.accept(Sessions.active(), another);
            }
        });
    }
}
