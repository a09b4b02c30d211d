package org.xstate.ui.workbench.internal.menus;

import org.eclipse.jface.action.Action;

/** Entries of menus that are made as they are shown. */
final class Actions {

    private Actions() {
    }

    static Action of(String text, Runnable work) {
        return new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    static Action disabled(String text) {
        Action action = of(text, () -> {
            // it cannot be chosen
        });
        action.setEnabled(false);
        return action;
    }
}
