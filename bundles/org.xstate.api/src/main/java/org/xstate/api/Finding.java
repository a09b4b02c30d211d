package org.xstate.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something an analysis has to say about its input.
 *
 * @param id       stable, lower-case, words joined by hyphens: {@code linux-core-mxcsr-zero}
 * @param severity how much it matters
 * @param message  what is so, in one or two sentences with the values in it
 * @param where    the place: {@code thread 329, MXCSR at byte 24}; empty if the whole input is meant
 * @param remedy   what to do about it; empty if there is nothing to do
 * @param values   further numbers a program may want, in a fixed order: {@code architectural -> 8064}
 */
public record Finding(String id, Severity severity, String message, String where, String remedy,
        Map<String, Long> values) {

    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(where);
        Objects.requireNonNull(remedy);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Finding error(String id, String message) {
        return new Finding(id, Severity.ERROR, message, "", "", Map.of());
    }

    public static Finding warning(String id, String message) {
        return new Finding(id, Severity.WARNING, message, "", "", Map.of());
    }

    public static Finding note(String id, String message) {
        return new Finding(id, Severity.NOTE, message, "", "", Map.of());
    }

    /** The same finding, placed. */
    public Finding at(String place) {
        return new Finding(id, severity, message, place, remedy, values);
    }

    /** The same finding, placed inside {@code outer}: {@code "thread 329"} and {@code "MXCSR"} give {@code "thread 329, MXCSR"}. */
    public Finding within(String outer) {
        return at(where.isEmpty() ? outer : outer + ", " + where);
    }

    /** The same finding with advice. */
    public Finding remedy(String advice) {
        return new Finding(id, severity, message, where, advice, values);
    }

    /** The same finding with one more number for programs. */
    public Finding value(String name, long value) {
        Map<String, Long> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Finding(id, severity, message, where, remedy, more);
    }
}
