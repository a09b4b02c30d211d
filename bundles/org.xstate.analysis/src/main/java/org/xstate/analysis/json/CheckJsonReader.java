package org.xstate.analysis.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.Coverage;
import org.xstate.analysis.check.PropertyAnswer;
import org.xstate.check.Limit;
import org.xstate.check.Verdict;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;

/** Reads what {@link CheckJson} writes. */
public final class CheckJsonReader {

    private static final String SCHEMA = "xstate/check/1";

    private CheckJsonReader() {
    }

    /**
     * The answers of a file, in their order: one document behind the other, as {@code xstate check --json} prints them.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static List<CheckSummary> read(String text) {
        List<CheckSummary> summaries = new ArrayList<>();
        try {
            JsonStreamParser parser = new JsonStreamParser(text);
            while (parser.hasNext()) {
                JsonElement element = parser.next();
                if (!element.isJsonObject()) {
                    throw new IllegalArgumentException("this is no result of a check: it is no JSON object");
                }
                summaries.add(summary(element.getAsJsonObject()));
            }
        } catch (JsonParseException | ClassCastException | IllegalStateException
                | NumberFormatException e) {
            throw new IllegalArgumentException("this is no result of a check: " + e.getMessage(), e);
        }
        if (summaries.isEmpty()) {
            throw new IllegalArgumentException("this is no result of a check: it is empty");
        }
        return summaries;
    }

    private static CheckSummary summary(JsonObject json) {
        String schema = text(json, "schema").orElse("absent");
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "this is no result of a check: schema is " + schema + ", not " + SCHEMA);
        }
        Optional<String> error = text(json, "error");
        String source = text(json, "source").orElse("");
        String scenario = text(json, "scenario").orElse("");
        if (error.isPresent()) {
            return CheckSummary.failed(source, scenario, error.get());
        }
        Map<String, String> knobs = new LinkedHashMap<>();
        needed(json, "knobs").getAsJsonObject().entrySet()
                .forEach(knob -> knobs.put(knob.getKey(), knob.getValue().getAsString()));
        return new CheckSummary(source, scenario,
                Optional.of(word(needed(json, "verdict").getAsString(), Verdict::valueOf)), "",
                number(json, "states"), number(json, "transitions"), (int) number(json, "depth"),
                needed(json, "seconds").getAsDouble(), (int) number(json, "threads"),
                needed(json, "reductions").getAsBoolean(), text(json, "property"), steps(json),
                text(json, "limit").map(limit -> word(limit, Limit::valueOf)), text(json, "expected"),
                text(json, "kernel"), text(json, "cpu_profile"), knobs,
                Optional.of(coverage(needed(json, "coverage").getAsJsonObject())),
                list(json, "properties",
                        one -> new PropertyAnswer(needed(one, "name").getAsString(),
                                needed(one, "sentence").getAsString(),
                                word(needed(one, "answer").getAsString(), PropertyAnswer.Answer::valueOf))));
    }

    private static <T> T word(String text, Function<String, T> valueOf) {
        try {
            return valueOf.apply(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "this is no result of a check: there is no answer '" + text + "'", e);
        }
    }

    /** A step has an entry for each of its statements. */
    private static int steps(JsonObject json) {
        int steps = 0;
        for (JsonElement entry : needed(json, "trace").getAsJsonArray()) {
            steps = Math.max(steps, (int) number(entry.getAsJsonObject(), "step"));
        }
        return steps;
    }

    private static Coverage coverage(JsonObject json) {
        return new Coverage((int) number(json, "statements"),
                list(json, "unreached",
                        one -> new Coverage.Statement(needed(one, "file").getAsString(),
                                (int) number(one, "line"), needed(one, "text").getAsString())),
                list(json, "untaken",
                        one -> new Coverage.Untaken(needed(one, "file").getAsString(),
                                (int) number(one, "line"), needed(one, "text").getAsString(),
                                number(one, "value"))),
                (int) number(json, "library_statements"), (int) number(json, "library_reached"),
                list(json, "labels",
                        one -> new Coverage.Label(needed(one, "label").getAsString(),
                                needed(one, "reached").getAsBoolean())),
                strings(json, "untested"), strings(json, "idle"));
    }

    private static <T> List<T> list(JsonObject json, String key, Function<JsonObject, T> made) {
        List<T> list = new ArrayList<>();
        needed(json, key).getAsJsonArray().forEach(one -> list.add(made.apply(one.getAsJsonObject())));
        return list;
    }

    private static List<String> strings(JsonObject json, String key) {
        List<String> list = new ArrayList<>();
        needed(json, key).getAsJsonArray().forEach(one -> list.add(one.getAsString()));
        return list;
    }

    private static long number(JsonObject json, String key) {
        return needed(json, key).getAsLong();
    }

    private static JsonElement needed(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).filter(element -> !element.isJsonNull())
                .orElseThrow(() -> new IllegalArgumentException(
                        "this is no result of a check: there is no '" + key + "'"));
    }

    private static Optional<String> text(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).filter(element -> !element.isJsonNull())
                .map(JsonElement::getAsString);
    }
}
