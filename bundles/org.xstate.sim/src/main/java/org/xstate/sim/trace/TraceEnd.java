package org.xstate.sim.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wrong at the end of a trace.
 *
 * @param property name of what is violated
 * @param sentence what it says
 * @param place    where it was found to be violated, {@code kernel/properties.c:40}
 * @param condition the condition that does not hold, or what went wrong; empty where the property's text says it
 * @param fault    whether the condition is a sentence about what went wrong
 * @param values   what the property looked at
 * @param copies   where the component that the property is about lies, and what each copy holds
 */
public record TraceEnd(String property, String sentence, Optional<String> place, String condition,
        boolean fault,
        List<Seen> values, List<CopyAtEnd> copies) {

    public TraceEnd {
        Objects.requireNonNull(property);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(place);
        Objects.requireNonNull(condition);
        values = List.copyOf(values);
        copies = List.copyOf(copies);
    }

    /** @param name of a variable of the property, such as {@code expected} @param value in the reader's words */
    public record Seen(String name, String value) {
    }

    /** The value of a variable of the property. */
    public Optional<String> value(String name) {
        return values.stream().filter(seen -> seen.name().equals(name)).map(Seen::value).findFirst();
    }

    /** What went wrong with which values, each a sentence with its full stop. */
    public List<String> sentences() {
        List<String> sentences = new java.util.ArrayList<>();
        Optional<String> found = value("found");
        Optional<String> expected = value("expected");
        if (found.isPresent() && expected.isPresent()) {
            String whose = value("tsk").map(task -> task + ": ").orElse("");
            String what = value("f").orElse("the value");
            String where = value("cpu").map(cpu -> " on " + cpu).orElse("");
            sentences.add(whose + what + " is " + found.get() + where + ", expected " + expected.get() + ".");
        } else if (!values.isEmpty()) {
            sentences.add("Seen with " + String.join(", ",
                    values.stream().map(seen -> seen.name() + " = " + seen.value()).toList()) + ".");
        }
        if (!condition.isEmpty()) {
            String text = fault
                    ? condition.substring(0, 1).toUpperCase(Locale.ROOT) + condition.substring(1)
                    : "Does not hold: " + condition;
            sentences.add(text + place.map(at -> " (" + at + ")").orElse("") + ".");
        }
        return sentences;
    }
}
