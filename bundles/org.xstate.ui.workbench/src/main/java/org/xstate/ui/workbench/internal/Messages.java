package org.xstate.ui.workbench.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String menu_file;
    public static String menu_edit;
    public static String menu_navigate;
    public static String menu_run;
    public static String menu_window;
    public static String menu_perspective;
    public static String menu_view;
    public static String menu_help;
    public static String menu_new;
    public static String menu_recent;
    public static String menu_showIn;
    public static String menu_theme;

    public static String recent_none;
    public static String recent_entry;
    public static String recent_clear;

    public static String theme_light;
    public static String theme_dark;
    public static String theme_system;

    public static String about_shell;
    public static String about_title;
    public static String about_message;
    public static String about_copy;
    public static String about_copyTip;

    public static String open_title;
    public static String open_dialog;
    public static String open_job;
    public static String open_gone;
    public static String open_noFile;
    public static String open_ok;
    public static String open_forget;
    public static String open_unreadable;
    public static String open_failed;
    public static String open_unknown;

    public static String call_failed;

    public static String examples_job;
    public static String examples_missing;
    public static String examples_unreadable;

    public static String folder_models;
    public static String folder_scenarios;
    public static String folder_cpus;
    public static String folder_images;
    public static String folder_results;

    public static String projects_empty;
    public static String projects_looking;
    public static String projects_part;
    public static String projects_file;
    public static String projects_folder;
    public static String projects_open;
    public static String projects_openWith;
    public static String projects_copy;
    public static String projects_copyPath;
    public static String projects_paste;
    public static String projects_noTarget;

    public static String import_title;
    public static String import_dialog;
    public static String import_job;
    public static String import_noProject;
    public static String import_failed;

    public static String new_projectTitle;
    public static String new_projectDescription;
    public static String new_failed;
    public static String new_scenarioTitle;
    public static String new_scenarioDescription;
    public static String new_rulesTitle;
    public static String new_rulesDescription;
    public static String new_designTitle;
    public static String new_designDescription;
    public static String new_dumpTitle;
    public static String new_dumpDescription;

    public static String seed_job;
    public static String seed_label;

    public static String workspace_title;
    public static String workspace_inUse;
    public static String workspace_unwritable;
    public static String workspace_handed;

    public static String recovery_title;
    public static String recovery_message;
    public static String recovery_file;
    public static String recovery_when;
    public static String recovery_state;
    public static String recovery_stateSame;
    public static String recovery_stateChanged;
    public static String recovery_stateGone;
    public static String recovery_restore;
    public static String recovery_restoreTip;
    public static String recovery_compare;
    public static String recovery_compareTip;
    public static String recovery_discard;
    public static String recovery_discardTip;
    public static String recovery_later;
    public static String recovery_laterTip;
    public static String recovery_failed;
    public static String recovery_gone;
    public static String recovery_cannotMake;
    public static String recovery_noEditor;
    public static String recovery_onDisk;
    public static String recovery_unsaved;
    public static String recovery_job;
    public static String recovery_notKept;

    public static String preference_description;
    public static String preference_threads;
    public static String preference_threadsTip;
    public static String preference_threadsFault;
    public static String preference_threadsDefault;
    public static String preference_memoryDefault;
    public static String preference_memory;
    public static String preference_memoryTip;
    public static String preference_memoryFault;
    public static String preference_kernel;
    public static String preference_kernelTip;
    public static String preference_kernelFault;
    public static String preference_profile;
    public static String preference_profileDefault;
    public static String preference_theme;

    public static String column_id;
    public static String column_name;
    public static String column_kind;
    public static String column_bytes;
    public static String column_policy;
    public static String column_traps;
    public static String column_trap;
    public static String column_condition;
    public static String column_needs;
    public static String column_text;
    public static String column_point;
    public static String column_class;
    public static String column_state;
    public static String column_version;
    public static String column_place;
    public static String column_bundle;
    public static String column_reason;
    public static String column_remedy;

    public static String features_description;
    public static String features_rejected;
    public static String features_noneRejected;
    public static String features_disabled;
    public static String features_filter;
    public static String features_filterTip;
    public static String features_refresh;
    public static String features_refreshTip;

    public static String tab_features;
    public static String tab_handlers;
    public static String tab_declared;
    public static String tab_refused;
    public static String tab_refusedSome;

    public static String state_builtIn;
    public static String state_on;
    public static String state_off;

    public static String details_tip;
    public static String details_none;
    public static String details_declared;
    public static String details_refused;

    public static String switch_builtIn;
    public static String switch_on;
    public static String switch_off;
    public static String switch_pluginOn;
    public static String switch_pluginOff;
    public static String switch_failed;

    static {
        NLS.initializeMessages("org.xstate.ui.workbench.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
