package org.xstate.ui.check.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String check_job;
    public static String check_notKept;
    public static String check_cannotKeep;
    public static String check_modelErrors;
    public static String check_nothing;
    public static String check_violation;
    public static String check_violationExpected;

    public static String checks_tree;
    public static String checks_report;
    public static String checks_empty;
    public static String checks_emptyDo;
    public static String checks_active;
    public static String checks_reading;
    public static String checks_name;
    public static String checks_answer;
    public static String checks_expected;
    public static String checks_states;
    public static String checks_depth;
    public static String checks_time;
    public static String checks_remarks;

    public static String property_holds;
    public static String property_violated;
    public static String property_open;
    public static String property_untested;

    public static String run_waiting;
    public static String run_running;
    public static String run_cancelling;
    public static String run_cancelled;
    public static String run_cancelledText;
    public static String run_done;
    public static String run_nothing;
    public static String run_exploring;
    public static String run_progress;
    public static String run_bounds;

    public static String answer_holds;
    public static String answer_vacuous;
    public static String answer_violated;
    public static String answer_undecided;
    public static String answer_error;

    public static String limit_states;
    public static String limit_memory;
    public static String limit_time;
    public static String limit_cancelled;

    public static String expected_yes;
    public static String expected_no;
    public static String expected_holds;
    public static String expected_unexpected;

    public static String remark_outdated;
    public static String remark_vacuous;
    public static String remark_bounds;
    public static String remark_unreached;
    public static String remark_untested;

    public static String action_check;
    public static String action_options;
    public static String action_cancel;
    public static String action_again;
    public static String action_allAgain;
    public static String action_compare;
    public static String action_debug;
    public static String action_showCounterexample;
    public static String action_remove;
    public static String action_exportTrace;
    public static String action_exportSvg;
    public static String action_exportSelftest;

    public static String dialog_title;
    public static String dialog_of;
    public static String dialog_message;
    public static String dialog_model;
    public static String dialog_bounds;
    public static String dialog_scenarios;
    public static String dialog_scenariosAll;
    public static String dialog_scenariosTip;
    public static String dialog_cpu;
    public static String dialog_cpuTip;
    public static String dialog_noCpu;
    public static String dialog_kernel;
    public static String dialog_asScenario;
    public static String dialog_policies;
    public static String dialog_policiesHint;
    public static String dialog_knobs;
    public static String dialog_states;
    public static String dialog_memory;
    public static String dialog_time;
    public static String dialog_threads;
    public static String dialog_unbounded;
    public static String dialog_reductions;
    public static String dialog_reductionsTip;
    public static String dialog_command;
    public static String dialog_loading;
    public static String dialog_defaults;
    public static String dialog_check;

    public static String knob_name;
    public static String knob_value;
    public static String knob_ofScenario;
    public static String knob_values;
    public static String knob_asScenario;

    public static String counterexamples_empty;
    public static String counterexamples_emptyDo;
    public static String counterexamples_table;
    public static String counterexamples_report;
    public static String counterexamples_file;
    public static String counterexamples_scenario;
    public static String counterexamples_property;
    public static String counterexamples_steps;
    public static String counterexamples_expected;
    public static String counterexamples_when;

    public static String known_loading;
    public static String known_noModel;
    public static String known_changed;

    public static String open_noFile;
    public static String open_noDebugger;

    public static String coverage_unreached;
    public static String coverage_untaken;

    public static String export_title;
    public static String export_refused;
    public static String export_failed;

    public static String fix_debug;
    public static String fix_show;
    public static String fix_gone;

    public static String designs_job;
    public static String designs_offers;
    public static String designs_table;
    public static String designs_report;
    public static String designs_matrix;
    public static String designs_costs;
    public static String designs_noCosts;
    public static String designs_with;
    public static String designs_withTip;
    public static String designs_design;
    public static String designs_cost;
    public static String designs_summary;
    public static String designs_updated;
    public static String designs_updatedTip;
    public static String designs_bystander;
    public static String designs_bystanderTip;
    public static String designs_cpu;
    public static String designs_cpuTip;
    public static String designs_standardCpu;
    public static String designs_kernel;
    public static String designs_kernelTip;
    public static String designs_knobs;
    public static String designs_knobsTip;
    public static String designs_knobsExample;
    public static String designs_filter;
    public static String designs_filterTip;
    public static String designs_filterAll;
    public static String designs_filterRight;
    public static String designs_filterWrong;
    public static String designs_compute;
    public static String designs_computeTip;
    public static String designs_computing;
    public static String designs_progress;
    public static String designs_told;
    public static String designs_incomplete;
    public static String designs_refused;
    public static String designs_designKnobs;
    public static String designs_enter;
    public static String designs_explaining;
    public static String designs_explain;
    public static String designs_cell;
    public static String designs_again;
    public static String designs_addTitle;
    public static String designs_add;
    public static String designs_remove;
    public static String designs_openText;
    public static String designs_html;

    public static String entry_L1;
    public static String entry_L1s;
    public static String entry_L0;
    public static String entry_L0b;
    public static String entry_V;
    public static String entry_V0;
    public static String entry_S1;
    public static String entry_S0;
    public static String entry_T;
    public static String entry_Tn;

    public static String search_job;
    public static String search_empty;
    public static String search_emptyDo;
    public static String search_report;
    public static String search_table;
    public static String search_answer;
    public static String search_changed;
    public static String search_reason;
    public static String search_right;
    public static String search_wrong;
    public static String search_undecided;
    public static String search_cancelled;
    public static String search_goOn;
    public static String search_begins;
    public static String search_running;
    public static String search_part;
    public static String search_told;
    public static String search_stopped;
    public static String search_again;
    public static String search_resume;
    public static String search_all;
    public static String search_explaining;

    static {
        NLS.initializeMessages("org.xstate.ui.check.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
