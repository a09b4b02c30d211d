package org.xstate.ui.layout.internal;

import org.eclipse.osgi.util.NLS;

/** Every text of this bundle that people read, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String yes;

    public static String no;

    public static String column_id;
    public static String column_name;
    public static String column_kind;
    public static String column_set;
    public static String column_standard;
    public static String column_compacted;
    public static String column_bytes;
    public static String column_align;
    public static String column_switchedBy;
    public static String column_xfd;
    public static String column_init;
    public static String column_first;
    public static String column_second;
    public static String column_verdict;
    public static String column_severity;
    public static String column_where;
    public static String column_finding;
    public static String column_remedy;
    public static String column_rule;

    public static String layout_cpu;
    public static String layout_cpuTip;
    public static String layout_which;
    public static String layout_open;
    public static String layout_openTip;
    public static String layout_openTitle;
    public static String layout_other;
    public static String layout_otherTip;
    public static String layout_nobody;
    public static String layout_components;
    public static String layout_compared;
    public static String layout_findings;
    public static String layout_nothing;

    public static String bits_own;
    public static String bits_second;
    public static String bits_everything;
    public static String bits_everythingTip;
    public static String bits_bit;
    public static String bits_notEnumerated;
    public static String bits_always;
    public static String bits_needs;
    public static String bits_together;
    public static String bits_never;
    public static String bits_refused;

    public static String describe_single;
    public static String describe_compared;

    public static String compare_new;

    public static String refused_next;

    static {
        NLS.initializeMessages("org.xstate.ui.layout.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
