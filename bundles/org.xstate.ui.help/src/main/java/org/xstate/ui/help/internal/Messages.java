package org.xstate.ui.help.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String help_title;
    public static String help_search;
    public static String help_page;
    public static String help_searchFor;
    public static String help_searchNothing;
    public static String help_searchNone;
    public static String help_searchTooComplex;

    public static String browser_title;
    public static String browser_opened;
    public static String browser_openedWithoutOwn;
    public static String browser_none;
    public static String browser_noneAndNoOwn;
    public static String browser_copy;

    public static String welcome_title;
    public static String welcome_lead;
    public static String welcome_seed;
    public static String welcome_seed_text;
    public static String welcome_open;
    public static String welcome_open_text;
    public static String welcome_layout;
    public static String welcome_layout_text;
    public static String welcome_scenario;
    public static String welcome_scenario_text;
    public static String welcome_designs;
    public static String welcome_designs_text;
    public static String welcome_mail;
    public static String welcome_mail_text;
    public static String welcome_core;
    public static String welcome_core_text;
    public static String welcome_help;
    public static String welcome_help_text;
    public static String welcome_failed;

    static {
        NLS.initializeMessages("org.xstate.ui.help.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
