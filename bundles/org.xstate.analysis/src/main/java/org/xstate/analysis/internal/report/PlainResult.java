package org.xstate.analysis.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.xstate.api.Finding;
import org.xstate.api.Report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Any document as a subject: what it says in plain values as a table of names and values, each list of objects as a table
 * with a row for each, and findings from wherever they are. So a command's new key is in its report at once.
 */
public final class PlainResult {

    /** By which a row is told from the others, the first that it has. */
    private static final List<String> LABELS = List.of("label", "name", "id", "scenario", "design");
    private static final Set<String> HEADING = Set.of("schema", "source", "error", "findings", "rejected");

    private final List<Report.Block> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private PlainResult() {
    }

    /** @param command what wrote the document */
    public static Report.Subject subject(String command, JsonObject document) {
        PlainResult result = new PlainResult();
        String error = Values.text(document, "error");
        if (!error.isEmpty()) {
            result.findings.add(Finding.error("no-result", error));
        }
        for (JsonObject rejected : Values.objects(document, "rejected")) {
            result.findings.add(Finding
                    .error("plugin-rejected", "%s: %s".formatted(Values.text(rejected, "contribution"),
                            Values.text(rejected, "reason")))
                    .at(place(rejected)).remedy(Values.text(rejected, "remedy")));
        }
        result.object("", "", document);
        return new Report.Subject(name(command, document), about(command, document), result.findings,
                result.blocks);
    }

    private static String place(JsonObject rejected) {
        String position = Values.text(rejected, "position");
        return Values.text(rejected, "bundle") + (position.isEmpty() ? "" : ", " + position);
    }

    private static String name(String command, JsonObject document) {
        String source = Values.text(document, "source");
        if (!source.isEmpty()) {
            String scenario = Values.text(document, "scenario");
            return scenario.isEmpty() ? source : source + ", " + scenario;
        }
        return document.has("a") && document.has("b")
                ? Values.text(document, "a") + " and " + Values.text(document, "b")
                : command.replace('-', ' ');
    }

    private static String about(String command, JsonObject document) {
        return Stream.of("verdict", "container", "format").map(key -> Values.text(document, key))
                .filter(text -> !text.isEmpty()).findFirst().orElse(command.replace('-', ' '));
    }

    /** @param title of what it gives, with the places of the objects around it @param place of findings in it */
    private void object(String title, String place, JsonObject object) {
        findings.addAll(Values.findings(object, place));
        List<List<String>> plain = object.entrySet().stream()
                .filter(entry -> !HEADING.contains(entry.getKey()) && Values.isPlain(entry.getValue()))
                .map(entry -> List.of(words(entry.getKey()), Values.line(entry.getValue())))
                .filter(row -> !row.getLast().isEmpty()).toList();
        if (!plain.isEmpty()) {
            blocks.add(new Report.Table(title, List.of("", ""), plain));
        }
        nested(title, place, object);
    }

    private void nested(String title, String place, JsonObject object) {
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String key = entry.getKey();
            if (HEADING.contains(key) || Values.isPlain(entry.getValue())) {
                continue;
            }
            String inner = title.isEmpty() ? words(key) : title + ": " + words(key);
            if (entry.getValue().isJsonObject()) {
                object(inner, place, entry.getValue().getAsJsonObject());
            } else {
                list(inner, key, Values.objects(object, key));
            }
        }
    }

    /** A table of what is plain in the rows, then what is not, row by row. */
    private void list(String title, String key, List<JsonObject> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.entrySet().stream()
                .filter(entry -> Values.isPlain(entry.getValue()) || isFlat(entry.getValue()))
                .filter(entry -> !entry.getKey().equals("findings")).forEach(e -> columns.add(e.getKey())));
        if (!columns.isEmpty()) {
            blocks.add(new Report.Table(title, columns.stream().map(PlainResult::words).toList(),
                    rows.stream()
                            .map(row -> columns.stream().map(column -> Values.text(row, column)).toList())
                            .toList()));
        }
        for (JsonObject row : rows) {
            String label = LABELS.stream().map(name -> Values.text(row, name))
                    .filter(text -> !text.isEmpty()).findFirst().orElse(key);
            findings.addAll(Values.findings(row, label));
            JsonObject rest = new JsonObject();
            row.entrySet().stream()
                    .filter(entry -> !Values.isPlain(entry.getValue()) && !isFlat(entry.getValue()))
                    .forEach(entry -> rest.add(entry.getKey(), entry.getValue()));
            nested(label, label, rest);
        }
    }

    /** An object of a few plain values, which fits into a cell. */
    private static boolean isFlat(JsonElement value) {
        return value.isJsonObject() && value.getAsJsonObject().size() <= LABELS.size()
                && value.getAsJsonObject().asMap().values().stream().allMatch(Values::isPlain);
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
