package org.xstate.ui.layout.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String column_id;
    public static String column_name;
    public static String column_kind;
    public static String column_bytes;
    public static String column_offset;
    public static String column_switchedBy;

    public static String layout_cpu;
    public static String layout_compacted;
    public static String layout_standard;
    public static String layout_components;
    public static String layout_map;
    public static String layout_nothing;
    public static String layout_hole;
    public static String layout_header;
    public static String layout_software;

    static {
        NLS.initializeMessages("org.xstate.ui.layout.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
