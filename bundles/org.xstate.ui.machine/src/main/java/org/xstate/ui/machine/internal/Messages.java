package org.xstate.ui.machine.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    static {
        NLS.initializeMessages("org.xstate.ui.machine.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
