package org.xstate.analysis.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.check.Progress;

/** Numbers with units, as people write and read them. */
public final class Amounts {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})(?: ?([KMGT])(?:i?B)?|B)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern
            .compile("(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,9})s?)?");
    private static final Map<String, Integer> SHIFT = Map.of("K", 10, "M", 20, "G", 30, "T", 40);

    private Amounts() {
    }

    /**
     * Bytes: {@code 512M}, {@code 2G}; units are powers of 1024.
     *
     * @throws IllegalArgumentException that says how to write one
     */
    public static long size(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write a size such as 512M or 4G");
        }
        long number = Long.parseLong(matcher.group(1));
        int shift = matcher.group(2) == null ? 0 : SHIFT.get(matcher.group(2).toUpperCase(Locale.ROOT));
        if (number == 0 || number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("out of range");
        }
        return number << shift;
    }

    /**
     * {@code 90s}, {@code 5m}, {@code 1h30m}; a bare number is seconds.
     *
     * @throws IllegalArgumentException that says how to write one
     */
    public static Duration time(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (text.isBlank() || !matcher.matches()) {
            throw new IllegalArgumentException("write a time such as 90s, 5m or 1h30m");
        }
        return Duration.ofHours(part(matcher, 1)).plusMinutes(part(matcher, 2)).plusSeconds(part(matcher, 3));
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    /**
     * A whole number within bounds; digits may be grouped.
     *
     * @throws IllegalArgumentException that says which numbers are possible
     */
    public static long count(String text, long least, long most) {
        String digits = text.strip().replace("_", "").replace(",", "");
        boolean number = digits.matches("-?[0-9]{1,18}");
        if (!number || Long.parseLong(digits) < least || Long.parseLong(digits) > most) {
            throw new IllegalArgumentException("write a whole number from " + least
                    + (most == Long.MAX_VALUE ? " up" : " to " + most));
        }
        return Long.parseLong(digits);
    }

    /** {@code 1.9 GiB}. */
    public static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : "%.1f %s".formatted(value, units[unit]);
    }

    /** {@code 12.4 M}. */
    public static String rough(double number) {
        return number < 100_000
                ? "%,.0f".formatted(number)
                : number < 1e9 ? "%.1f M".formatted(number / 1e6) : "%.1f G".formatted(number / 1e9);
    }

    /** {@code 0:03}, {@code 1:02:03}. */
    public static String clock(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
    }

    /** {@code 12.4 M states  3.6 M/s  level 31  queue 1.1 M  1.9 GiB  0:03}. */
    public static String progress(Progress progress) {
        return "%s states  %s/s  level %d  queue %s  %s  %s".formatted(rough(progress.states()),
                rough(progress.statesPerSecond()), progress.level(), rough(progress.nextLevelStates()),
                bytes(progress.memory()), clock(progress.elapsed()));
    }
}
