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

    static {
        NLS.initializeMessages("org.xstate.ui.help.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
