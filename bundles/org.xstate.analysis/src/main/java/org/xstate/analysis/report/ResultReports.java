package org.xstate.analysis.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xstate.analysis.internal.report.CheckResult;
import org.xstate.analysis.internal.report.PlainResult;
import org.xstate.analysis.internal.report.Values;
import org.xstate.api.Report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Makes reports of what commands write with {@code --json}: one or more documents, one after the other. */
public final class ResultReports {

    /** {@code xstate/lint/1}: the command's name between the slashes. */
    private static final String SCHEMA = "xstate/([a-z-]+)/\\d+";

    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

    private ResultReports() {
    }

    /**
     * A subject for each document, in their order.
     *
     * @param text the documents; white space between them does not matter
     * @throws IllegalArgumentException with a sentence that says what is wrong with the text, and in which document
     */
    public static Report of(String text) {
        List<JsonObject> documents = parse(text);
        List<Report.Subject> subjects = new ArrayList<>();
        Set<String> commands = new TreeSet<>();
        for (int i = 0; i < documents.size(); i++) {
            String schema = Values.text(documents.get(i), "schema");
            if (!schema.matches(SCHEMA)) {
                throw new IllegalArgumentException(
                        ("document %d is no result of xstate: its \"schema\" is %s, not "
                                + "\"xstate/...\"; write one with --json").formatted(i + 1,
                                        schema.isEmpty() ? "absent" : "'" + schema + "'"));
            }
            String command = schema.replaceAll(SCHEMA, "$1");
            commands.add(command);
            subjects.add(subject(command, documents.get(i)));
        }
        String what = commands.stream().map(command -> command.replace('-', ' '))
                .collect(Collectors.joining(", "));
        return new Report(
                "xstate " + what + (subjects.size() == 1 ? "" : ": " + subjects.size() + " results"),
                subjects);
    }

    private static Report.Subject subject(String command, JsonObject document) {
        boolean executed = command.equals("check") || command.equals("run");
        return executed && !document.has("error")
                ? CheckResult.subject(document)
                : PlainResult.subject(command, document);
    }

    private static List<JsonObject> parse(String text) {
        List<JsonObject> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(new StringReader(text));
        // several documents after each other are not strict JSON
        reader.setStrictness(com.google.gson.Strictness.LENIENT);
        try {
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                JsonElement element = JsonParser.parseReader(reader);
                if (!element.isJsonObject()) {
                    throw new IllegalArgumentException(
                            "document %d is no JSON object".formatted(documents.size() + 1));
                }
                documents.add(element.getAsJsonObject());
            }
        } catch (IOException | JsonParseException e) {
            throw new IllegalArgumentException(
                    "document %d is no JSON%s".formatted(documents.size() + 1, place(e)), e);
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("there is no document in it; write one with --json");
        }
        return documents;
    }

    /** Where the parser gave up: its own words name classes. */
    private static String place(Exception e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? ", see " + place.group() : "";
    }
}
