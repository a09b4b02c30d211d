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

    public static String column_id;
    public static String column_name;
    public static String column_kind;
    public static String column_bytes;
    public static String column_policy;
    public static String column_traps;
    public static String column_bundle;
    public static String column_reason;
    public static String column_remedy;

    public static String features_accepted;
    public static String features_rejected;
    public static String features_noneRejected;

    static {
        NLS.initializeMessages("org.xstate.ui.workbench.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
