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
