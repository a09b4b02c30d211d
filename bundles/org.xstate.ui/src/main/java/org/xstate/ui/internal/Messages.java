package org.xstate.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String copied_text;
    public static String copied_json;
    public static String export_svg;
    public static String export_png;
    public static String export_file;
    public static String exported;
    public static String export_failed;
    public static String scale_title;
    public static String scale_label;
    public static String scale_size;
    public static String scale_tooLarge;
    public static String fallback_name;
    public static String panel_of;
    public static String part_failed;
    public static String hang_is;
    public static String hang_interrupted;
    public static String hang_ended;
    public static String panel_failed;
    public static String panel_badComponent;

    static {
        NLS.initializeMessages("org.xstate.ui.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
