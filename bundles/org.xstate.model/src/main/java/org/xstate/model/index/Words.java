package org.xstate.model.index;

import java.util.List;
import java.util.Set;

/** The words that the language itself has, by what they are for. */
public final class Words {

    /** What can be no name. */
    public static final Set<String> KEYWORDS = Set.of("atomic", "break", "case", "char", "const", "continue",
            "default", "do", "else", "enum", "extern", "fallthrough", "for", "ghost", "goto", "if", "inline",
            "int",
            "long", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef",
            "unsigned",
            "void", "while");

    /** Types without a declaration. */
    public static final List<String> TYPES = org.xstate.model.internal.parse.Loader.BUILT_IN_TYPES;

    /** What declarations begin with that are macros to a C compiler. */
    public static final List<String> DECLARATIONS = List.of("scenario", "task", "kernel_thread", "interrupt",
            "setup", "rule", "property", "hook", "on", "knob", "knob_flag", "knob_range", "pool", "tokens",
            "buffer", "component", "DEFINE_PER_CPU", "DECLARE_PER_CPU");

    /** What a scenario says, in the order of the manual. */
    public static final List<String> SETTINGS = List.of("cpu_profile", "kernel", "design", "cpus", "softirqs",
            "hardirqs", "nmis", "operations", "migrations", "features", "continuations", "expect_violation",
            "set",
            "policy", "like");

    /** What stands before a type or a name, and means nothing. */
    static final Set<String> ANNOTATIONS = Set.of("__always_inline", "noinline", "notrace", "__init",
            "__user",
            "__percpu", "__maybe_unused", "__must_check", "noinstr", "asmlinkage");

    private Words() {
    }
}
