package org.xstate.ui.workbench.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String menu_file;
    public static String menu_edit;
    public static String menu_window;
    public static String menu_perspective;
    public static String menu_view;
    public static String menu_help;

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
