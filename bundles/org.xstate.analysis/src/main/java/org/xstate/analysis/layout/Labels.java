package org.xstate.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins labels that differ by a running number: {@code Logical CPU #0..#15}. */
final class Labels {

    /** AIDA64 writes Virtual behind the number of a logical CPU that shares its core with the one before it. */
    private static final Pattern NUMBERED = Pattern.compile("^(.*?)(\\d+)(?: Virtual)?$");

    private Labels() {
    }

    /** {@code CPU 0}, {@code CPU 1}, {@code CPU 2}, {@code CPU 8} become {@code CPU 0..2, 8}. */
    static String join(List<String> labels) {
        if (labels.size() == 1) {
            return labels.getFirst();
        }
        String prefix = "";
        List<Long> numbers = new ArrayList<>();
        for (String label : labels) {
            Matcher matcher = NUMBERED.matcher(label);
            if (!matcher.matches() || matcher.group(2).length() > 9
                    || !numbers.isEmpty() && !matcher.group(1).equals(prefix)) {
                return String.join(", ", labels);
            }
            prefix = matcher.group(1);
            numbers.add(Long.parseLong(matcher.group(2)));
        }
        return prefix + ranges(numbers);
    }

    /** What labels have in common that differ by a running number only; the label itself if it has none. */
    static String kind(String label) {
        Matcher matcher = NUMBERED.matcher(label);
        return matcher.matches() ? matcher.group(1) : label;
    }

    private static String ranges(List<Long> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int j = i;
            while (j + 1 < numbers.size() && numbers.get(j + 1) == numbers.get(j) + 1) {
                j++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(numbers.get(i));
            if (j > i) {
                text.append("..").append(numbers.get(j));
            }
            i = j;
        }
        return text.toString();
    }
}
