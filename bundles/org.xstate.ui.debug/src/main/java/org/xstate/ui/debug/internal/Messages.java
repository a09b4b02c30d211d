package org.xstate.ui.debug.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String target;
    public static String target_violated;
    public static String not_disconnected;
    public static String no_memory;
    public static String not_changed;
    public static String moving;
    public static String rules_begin;
    public static String frame_after;
    public static String thread_rules;
    public static String thread_cpu;
    public static String thread_task;
    public static String thread_over;
    public static String task_on;
    public static String task_off;
    public static String task_ended;
    public static String frame;
    public static String breakpoint_line;
    public static String breakpoint_watch;
    public static String breakpoint_function;
    public static String function_title;
    public static String function_message;
    public static String function_wrong;
    public static String breakpoint_hits;
    public static String breakpoint_condition;
    public static String detail;
    public static String detail_numbers;
    public static String choose_title;
    public static String choose_heading;
    public static String choose_move;
    public static String choose_begins;
    public static String choose_chance;
    public static String choose_chance_tip;
    public static String choose_take;
    public static String choose_stop;
    public static String no_registry;
    public static String bad_kernel;
    public static String several_scenarios;
    public static String has_errors;
    public static String no_file;
    public static String no_file_chosen;
    public static String checking_states;
    public static String no_counterexample;
    public static String holds;
    public static String loading;
    public static String bad_choices;
    public static String bad_seed;
    public static String opening;
    public static String changed_title;
    public static String changed;
    public static String changed_check;
    public static String changed_replay;
    public static String scenario_title;
    public static String scenario_message;
    public static String open_trace;
    public static String file_tip;
    public static String file_workspace;
    public static String file_system;
    public static String file_title;
    public static String tab_name_scenario;
    public static String tab_name_trace;
    public static String tab_name_steps;
    public static String tab_name_knobs;
    public static String tab_file;
    public static String tab_trace;
    public static String tab_what;
    public static String tab_scenario;
    public static String tab_scenario_tip;
    public static String tab_machine;
    public static String tab_kernel;
    public static String tab_kernel_tip;
    public static String tab_profile;
    public static String tab_profile_tip;
    public static String tab_no_scenario;
    public static String tab_unknown_scenario;
    public static String tab_unknown_profile;
    public static String steps_how;
    public static String steps_ask;
    public static String steps_counterexample;
    public static String steps_schedule;
    public static String steps_schedule_label;
    public static String steps_schedule_tip;
    public static String steps_random;
    public static String steps_seed;
    public static String steps_seed_tip;
    public static String steps_most;
    public static String steps_run;
    public static String steps_run_tip;
    public static String knobs_name;
    public static String knobs_standard;
    public static String knobs_set;
    public static String knobs_hint;
    public static String knobs_wrong;
    public static String watch_title;
    public static String watch_message;
    public static String condition_title;
    public static String condition_message;
    public static String hits_title;
    public static String hits_message;
    public static String hits_wrong;
    public static String stands_here;

    static {
        NLS.initializeMessages("org.xstate.ui.debug.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
