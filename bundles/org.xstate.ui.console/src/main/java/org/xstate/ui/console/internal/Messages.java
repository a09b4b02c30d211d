package org.xstate.ui.console.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String shell_name;
    public static String shell_prompt;
    public static String shell_hint;
    public static String shell_tooltip;
    public static String shell_accessible;
    public static String shell_welcome;
    public static String shell_running;
    public static String shell_stop;
    public static String shell_clear;
    public static String shell_cancelled;
    public static String shell_code;
    public static String shell_noSuchFile;

    static {
        NLS.initializeMessages("org.xstate.ui.console.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
