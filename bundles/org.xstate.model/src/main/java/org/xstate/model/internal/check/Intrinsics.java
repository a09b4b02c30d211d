package org.xstate.model.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The functions and values that the language itself has. */
final class Intrinsics {

    /** How many arguments each takes. */
    private static final Map<String, Integer> ARGUMENTS = new TreeMap<>(Map.ofEntries(Map.entry("assume", 1),
            Map.entry("__VERIFIER_assume", 1), Map.entry("assert", 1), Map.entry("__VERIFIER_assert", 1),
            Map.entry("reach_error", 0), Map.entry("choose", 2), Map.entry("choose_from", 1),
            Map.entry("__VERIFIER_nondet_bool", 0), Map.entry("__VERIFIER_nondet_uchar", 0),
            Map.entry("__VERIFIER_nondet_int", 0), Map.entry("__VERIFIER_nondet_uint", 0),
            Map.entry("__VERIFIER_atomic_begin", 0), Map.entry("__VERIFIER_atomic_end", 0),
            Map.entry("interleave", 0), Map.entry("cover", 1), Map.entry("exists", 3), Map.entry("forall", 3),
            Map.entry("memcpy", 3), Map.entry("memset", 3), Map.entry("kernel_version", 0),
            Map.entry("KERNEL_VERSION", 3), Map.entry("BIT", 1), Map.entry("BIT_ULL", 1),
            Map.entry("ARRAY_SIZE", 1), Map.entry("READ_ONCE", 1), Map.entry("WRITE_ONCE", 2),
            Map.entry("likely", 1), Map.entry("unlikely", 1), Map.entry("this_cpu_read", 1),
            Map.entry("this_cpu_write", 2), Map.entry("this_cpu_ptr", 1), Map.entry("per_cpu", 2),
            Map.entry("smp_processor_id", 0), Map.entry("expect", 1), Map.entry("require", 2),
            Map.entry("choose_cpu", 0), Map.entry("buffer_of", 1), Map.entry("offset_of", 1),
            Map.entry("cpu", 1)));

    private static final List<String> VALUES = Stream
            .concat(Stream.of("NULL", "true", "false", "current", "NO_CPU"), Predefined.NAMES.stream())
            .toList();

    private static final Set<String> ALL = all();

    private Intrinsics() {
    }

    private static Set<String> all() {
        Set<String> names = new TreeSet<>(ARGUMENTS.keySet());
        names.addAll(VALUES);
        return Set.copyOf(names);
    }

    static Set<String> names() {
        return ALL;
    }

    static List<String> values() {
        return VALUES;
    }

    static boolean isFunction(String name) {
        return ARGUMENTS.containsKey(name);
    }

    /** Whether variables may have the name, too: nobody calls a variable. */
    static boolean isAlsoVariable(String name) {
        return name.equals("cpu");
    }

    static int arguments(String name) {
        return ARGUMENTS.get(name);
    }
}
