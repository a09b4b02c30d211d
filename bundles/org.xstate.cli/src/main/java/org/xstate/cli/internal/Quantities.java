package org.xstate.cli.internal;

import java.time.Duration;
import java.util.function.Supplier;

import org.xstate.analysis.text.Amounts;
import org.xstate.cli.ExitCode;

/** Numbers with units on the command line. */
final class Quantities {

    private Quantities() {
    }

    /** Bytes: {@code 512M}, {@code 2G}; units are powers of 1024. */
    static long size(String option, String text) {
        return read(option, text, () -> Amounts.size(text));
    }

    /** {@code 90s}, {@code 5m}, {@code 1h30m}; a bare number is seconds. */
    static Duration time(String option, String text) {
        return read(option, text, () -> Amounts.time(text));
    }

    /** A whole number within bounds. */
    static long count(String option, String text, long least, long most) {
        return read(option, text, () -> Amounts.count(text, least, most));
    }

    /** What is wrong with an option's value is told behind the option. */
    static <T> T read(String option, String text, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, option + " " + text + ": " + e.getMessage());
        }
    }
}
