package org.xstate.analysis.json;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xstate.analysis.lint.FindingRules;
import org.xstate.api.Finding;
import org.xstate.api.Severity;

/** Findings as SARIF 2.1.0 (OASIS), one run for all inputs. */
public final class Sarif {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /** One input. @param source as the user named it @param failure why it could not be read, or empty */
    public record Input(String source, List<Finding> findings, String failure) {
        public Input {
            findings = List.copyOf(findings);
        }
    }

    private Sarif() {
    }

    /** @param version of the workbench */
    public static String log(List<Input> inputs, String version) {
        TreeMap<String, Integer> index = new TreeMap<>();
        inputs.forEach(input -> input.findings().forEach(finding -> index.put(finding.id(), 0)));
        int next = 0;
        for (Map.Entry<String, Integer> entry : index.entrySet()) {
            entry.setValue(next++);
        }
        boolean successful = inputs.stream().allMatch(input -> input.failure().isEmpty());
        return Json.object(json -> json.put("$schema", SCHEMA).put("version", "2.1.0").putObjects("runs",
                List.of(inputs), (run, all) -> run
                        .putObject("tool", tool -> tool.putObject("driver", driver -> driver
                                .put("name", "Xstate Workbench").put("version", version)
                                .putObjects("rules", index.keySet(), Sarif::rule)))
                        .putObjects("invocations", List.of(successful),
                                (item, ok) -> item.put("executionSuccessful", ok).putObjects(
                                        "toolExecutionNotifications", failures(inputs),
                                        Sarif::notification))
                        .putObjects("artifacts", inputs,
                                (item, input) -> item.putObject("location",
                                        place -> place.put("uri", uri(input.source()))))
                        .putObjects("results", results(inputs), (item, r) -> result(item, r, index))));
    }

    private record Result(int artifact, String source, Finding finding) {
    }

    private static List<Result> results(List<Input> inputs) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            for (Finding finding : inputs.get(i).findings()) {
                results.add(new Result(i, inputs.get(i).source(), finding));
            }
        }
        return results;
    }

    private static List<Input> failures(List<Input> inputs) {
        return inputs.stream().filter(input -> !input.failure().isEmpty()).toList();
    }

    private static void notification(Json json, Input input) {
        json.put("level", "error").putObject("message", text -> text.put("text", input.failure()));
    }

    private static void rule(Json json, String id) {
        json.put("id", id);
        FindingRules.find(id).ifPresent(rule -> {
            json.putObject("shortDescription", text -> text.put("text", rule.meaning()));
            if (!rule.remedy().isEmpty()) {
                json.putObject("help", text -> text.put("text", rule.remedy()));
            }
            json.putObject("defaultConfiguration",
                    configuration -> configuration.put("level", level(rule.severity())));
        });
    }

    private static void result(Json json, Result result, Map<String, Integer> index) {
        Finding finding = result.finding();
        json.put("ruleId", finding.id()).put("ruleIndex", index.get(finding.id())).put("level",
                level(finding.severity()));
        json.putObject("message", text -> text.put("text", finding.remedy().isEmpty()
                ? finding.message()
                : finding.message() + " (" + finding.remedy() + ")"));
        json.putObjects("locations", List.of(finding), (location, f) -> {
            location.putObject("physicalLocation", physical -> physical.putObject("artifactLocation",
                    place -> place.put("uri", uri(result.source())).put("index", result.artifact())));
            if (!f.where().isEmpty()) {
                location.putObjects("logicalLocations", List.of(f.where()),
                        (logical, where) -> logical.put("fullyQualifiedName", where));
            }
        });
        if (!finding.values().isEmpty()) {
            json.putObject("properties", bag -> finding.values().forEach(bag::put));
        }
    }

    /** SARIF's words are those of {@link Severity}. */
    private static String level(Severity severity) {
        return severity.word();
    }

    /** A relative reference, or {@code file:///...} for an absolute path, with what URIs do not allow escaped. */
    private static String uri(String source) {
        String path = source.replace(java.io.File.separatorChar, '/');
        boolean absolute = path.startsWith("/");
        StringBuilder escaped = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "/-._~".indexOf(b) >= 0);
            escaped.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return URI.create(absolute ? "file://" + escaped : escaped.toString()).toString();
    }
}
