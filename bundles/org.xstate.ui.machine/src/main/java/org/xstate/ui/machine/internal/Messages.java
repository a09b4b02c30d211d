package org.xstate.ui.machine.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String change_back;
    public static String change_back_tip;
    public static String change_forward;
    public static String change_forward_tip;
    public static String details_job;
    public static String details_none;
    public static String details_since_start;
    public static String details_written;
    public static String machine_empty;
    public static String machine_parts;
    public static String machine_parts_tip;
    public static String machine_rules;
    public static String machine_title;
    public static String machine_unused;
    public static String machine_unused_tip;
    public static String step_back;
    public static String step_back_tip;
    public static String step_end;
    public static String step_end_tip;
    public static String step_forward;
    public static String step_forward_tip;
    public static String step_start;
    public static String step_start_tip;
    public static String welcome_failed;
    public static String welcome_seed;
    public static String welcome_simulate;

    static {
        NLS.initializeMessages("org.xstate.ui.machine.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
