package org.xstate.ui.editor.internal;

import java.util.Map;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String role_keyword;
    public static String role_declaration;
    public static String role_directive;
    public static String role_type;
    public static String role_comment;
    public static String role_string;
    public static String role_number;
    public static String role_library;
    public static String role_function;
    public static String role_hook;
    public static String role_constant;
    public static String role_knob;
    public static String role_global;
    public static String role_member;
    public static String role_setting;
    public static String role_property;

    public static String job_reading;
    public static String outline_tip;
    public static String hover_history;
    public static String hover_value;
    public static String assist_none;
    public static String templates_unreadable;
    public static String link_definition;
    public static String fix_none;
    public static String definition_none;
    public static String format_refused;
    public static String format_nothing;
    public static String references_none;
    public static String references_job;
    public static String references_found;
    public static String references_count;
    public static String references_empty;
    public static String references_tip;
    public static String use_declaration;
    public static String use_write;
    public static String rename_title;
    public static String rename_heading;
    public static String rename_searching;
    public static String rename_type;
    public static String rename_name;
    public static String rename_preview;
    public static String rename_places;
    public static String rename_ok;
    public static String rename_tip;
    public static String check_failed;
    public static String build_task;
    public static String build_file;
    public static String build_line;
    public static String preferences_description;
    public static String preferences_width;
    public static String preferences_widthTip;
    public static String preferences_close;
    public static String preferences_mark;
    public static String preferences_formatOnSave;
    public static String preferences_checkOnSave;
    public static String preferences_colours;
    public static String preferences_colour;
    public static String preferences_bold;
    public static String preferences_italic;
    public static String preferences_rolesTip;

    public static String assist_label;
    public static String assist_tooltip;
    public static String assist_description;

    static {
        NLS.initializeMessages("org.xstate.ui.editor.internal.messages", Messages.class);
    }

    private static final Map<String, String> ROLES = Map.ofEntries(Map.entry("keyword", role_keyword),
            Map.entry("declaration", role_declaration), Map.entry("directive", role_directive),
            Map.entry("type", role_type), Map.entry("comment", role_comment),
            Map.entry("string", role_string),
            Map.entry("number", role_number), Map.entry("library", role_library),
            Map.entry("function", role_function), Map.entry("hook", role_hook),
            Map.entry("constant", role_constant), Map.entry("knob", role_knob),
            Map.entry("global", role_global),
            Map.entry("member", role_member), Map.entry("setting", role_setting),
            Map.entry("property", role_property));

    private Messages() {
    }

    /** The name of a {@link Role}. */
    static String role(String key) {
        return ROLES.get(key);
    }
}
