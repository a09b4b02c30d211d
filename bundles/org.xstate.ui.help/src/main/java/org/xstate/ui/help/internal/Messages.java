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
    public static String help_openedOutside;
    public static String help_noBrowser_title;
    public static String help_noBrowser;

    static {
        NLS.initializeMessages("org.xstate.ui.help.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
