package org.xstate.ui.machine.internal;

import java.net.URL;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.osgi.framework.FrameworkUtil;

/** Actions of the views here. */
final class Actions {

    private Actions() {
    }

    /** @param tip what it does, with its key @param icon file in {@code icons/}, without its ending */
    static Action push(String text, String tip, String icon, Runnable run) {
        return action(text, tip, icon, IAction.AS_PUSH_BUTTON, run);
    }

    static Action check(String text, String tip, Runnable run) {
        return action(text, tip, "", IAction.AS_CHECK_BOX, run);
    }

    private static Action action(String text, String tip, String icon, int style, Runnable run) {
        Action action = new Action(text, style) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(tip);
        Optional.ofNullable(icon(icon)).map(ImageDescriptor::createFromURL)
                .ifPresent(action::setImageDescriptor);
        return action;
    }

    private static URL icon(String name) {
        return FrameworkUtil.getBundle(Actions.class).getEntry("icons/" + name + ".svg");
    }
}
