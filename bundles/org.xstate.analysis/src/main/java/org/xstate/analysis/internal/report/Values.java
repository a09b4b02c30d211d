package org.xstate.analysis.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.xstate.api.Finding;
import org.xstate.api.Severity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads values out of documents. What is absent is empty: a document may be of an older version of its command. */
public final class Values {

    private static final List<String> FIXED = List.of("id", "severity", "message", "where", "remedy");

    private Values() {
    }

    /** A value as one line; empty where it is absent or null. */
    public static String text(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key)).map(Values::line).orElse("");
    }

    static List<JsonObject> objects(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key)).filter(JsonElement::isJsonArray)
                .map(array -> objects(array.getAsJsonArray())).orElse(List.of());
    }

    static Optional<JsonObject> object(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key)).filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject).toList();
    }

    /** A number, a word, a list of such; numbers as they stand in the text. */
    static String line(JsonElement value) {
        if (value.isJsonNull()) {
            return "";
        }
        if (value.isJsonArray()) {
            return StreamSupport.stream(value.getAsJsonArray().spliterator(), false).map(Values::line)
                    .collect(Collectors.joining(", "));
        }
        if (value.isJsonObject()) {
            return value.getAsJsonObject().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + line(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.getAsString().replaceAll("\\p{Cntrl}", " ");
    }

    /** Whether it is shown on one line: no object in it. */
    static boolean isPlain(JsonElement value) {
        return value.isJsonNull() || value.isJsonPrimitive()
                || value.isJsonArray() && objects(value.getAsJsonArray()).isEmpty();
    }

    /** The findings of an object. @param place what they are about, if it is a part of the subject */
    static List<Finding> findings(JsonObject object, String place) {
        List<Finding> findings = new ArrayList<>();
        for (JsonObject one : objects(object, "findings")) {
            Map<String, Long> values = new LinkedHashMap<>();
            one.entrySet().stream().filter(entry -> !FIXED.contains(entry.getKey()))
                    .filter(entry -> line(entry.getValue()).matches("-?[0-9]{1,18}"))
                    .forEach(entry -> values.put(entry.getKey(), Long.valueOf(line(entry.getValue()))));
            findings.add(new Finding(text(one, "id"), severity(text(one, "severity")), text(one, "message"),
                    within(place, text(one, "where")),
                    text(one, "remedy"), values));
        }
        return findings;
    }

    private static String within(String place, String where) {
        if (place.isEmpty() || where.startsWith(place)) {
            return where;
        }
        return where.isEmpty() ? place : place + ", " + where;
    }

    private static Severity severity(String word) {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        return Severity.WARNING;
    }
}
