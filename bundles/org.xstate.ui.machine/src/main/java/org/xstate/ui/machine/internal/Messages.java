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
    public static String event_back;
    public static String event_back_tip;
    public static String event_forward;
    public static String event_forward_tip;
    public static String filter;
    public static String filter_tip;
    public static String find_found;
    public static String find_job;
    public static String find_label;
    public static String find_message;
    public static String find_next;
    public static String find_nothing;
    public static String find_previous;
    public static String find_running;
    public static String find_tip;
    public static String machine_empty;
    public static String machine_job;
    public static String machine_parts;
    public static String machine_parts_tip;
    public static String machine_rules;
    public static String machine_title;
    public static String machine_unused;
    public static String machine_unused_tip;
    public static String overview_tip;
    public static String step_back;
    public static String step_back_tip;
    public static String step_end;
    public static String step_end_tip;
    public static String step_forward;
    public static String step_forward_tip;
    public static String step_start;
    public static String step_start_tip;
    public static String steps_block;
    public static String steps_changes;
    public static String steps_empty;
    public static String steps_statement;
    public static String steps_step;
    public static String steps_where;
    public static String steps_who;
    public static String timeline_beginning;
    public static String timeline_empty;
    public static String timeline_job;
    public static String timeline_step;
    public static String timeline_title;
    public static String welcome_failed;
    public static String welcome_seed;
    public static String welcome_simulate;
    public static String zoom_fit;
    public static String zoom_fit_tip;
    public static String zoom_in;
    public static String zoom_in_tip;
    public static String zoom_out;
    public static String zoom_out_tip;
    public static String zoom_selection;
    public static String zoom_selection_tip;

    static {
        NLS.initializeMessages("org.xstate.ui.machine.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
