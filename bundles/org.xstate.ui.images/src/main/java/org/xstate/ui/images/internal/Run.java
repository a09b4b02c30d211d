package org.xstate.ui.images.internal;

import org.eclipse.jface.action.Action;

/** An action that is a piece of code with a name. */
final class Run extends Action {

    private final Runnable what;

    Run(String text, Runnable what) {
        super(text);
        this.what = what;
    }

    /** The same, possible or not. */
    Run when(boolean enabled) {
        setEnabled(enabled);
        return this;
    }

    @Override
    public void run() {
        what.run();
    }
}
