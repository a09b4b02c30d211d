package org.xstate.ui.check.internal.checks;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** Has a view shown anew when checks change, which they do on any thread; many changes are shown at once. */
public final class ChecksFollower {

    private final AtomicBoolean pending = new AtomicBoolean();
    private final Control where;
    private final Runnable show;

    private ChecksFollower(Control where, Runnable show) {
        this.where = where;
        this.show = show;
    }

    /** Follows until the control is gone. @param show called on the thread of the user interface */
    public static void follow(Control where, Runnable show) {
        Runnable listener = new ChecksFollower(where, show)::changed;
        Checks.get().addListener(listener);
        where.addListener(SWT.Dispose, event -> Checks.get().removeListener(listener));
    }

    private void changed() {
        if (pending.compareAndSet(false, true) && !where.isDisposed()) {
            where.getDisplay().asyncExec(() -> {
                pending.set(false);
                if (!where.isDisposed()) {
                    show.run();
                }
            });
        }
    }
}
