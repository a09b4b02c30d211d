package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.RestorePolicy;
import org.xstate.sim.scenario.LoadedScenario;

/**
 * Every component under every restore policy. What has to come out, and why, is in {@code policy-matrix.txt}, which was
 * written from the manuals and the kernel's history; the documentation shows the same.
 */
class PolicyMatrixTest {

    private static final List<String> POLICIES = List.of("on-return-to-user", "eager", "on-trap:13",
            "on-trap:7", "independent", "guest-only", "unused");

    /** @param verdict {@code holds}, {@code refused}, or {@code event, event: claim; all: claim/claim} */
    record Cell(String file, String feature, String policy, String verdict, String reason) {
        @Override
        public String toString() {
            return feature + " " + policy;
        }
    }

    static List<Cell> cells() throws IOException {
        try (var text = PolicyMatrixTest.class.getResourceAsStream("policy-matrix.txt")) {
            return new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *"))
                    .map(part -> new Cell(part[0], part[1], part[2], part[3], part[4])).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theVerdictIsTheOneThatWasArgued(Cell cell) throws IOException {
        String text = Files.readString(Happenings.FOLDER.resolve(cell.file));
        LoadedScenario loaded = Happenings.load(cell.file, text, Happenings.options()
                .restoring(Map.of(cell.feature, RestorePolicy.named(cell.policy).orElseThrow())));
        if (cell.verdict.equals("refused")) {
            assertTrue(loaded.scenario().isEmpty());
            assertEquals("no-such-machine", loaded.diagnostics().getFirst().code(), loaded.text());
            return;
        }
        Map<String, Set<String>> violated = Happenings.violated(loaded);
        Map<String, Set<String>> expected = expected(cell.verdict,
                violated.containsKey("any") ? Set.of("any") : Happenings.ALL);
        assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(violated.keySet()),
                violated.toString());
        expected.forEach((event, claims) -> assertTrue(
                violated.get(event).stream().anyMatch(claims::contains), event + ": " + violated));
    }

    private static Map<String, Set<String>> expected(String verdict, Set<String> all) {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        if (!verdict.equals("holds")) {
            for (String group : verdict.split("; ")) {
                String[] sides = group.split(": ");
                Set<String> events = sides[0].equals("all")
                        ? all
                        : new LinkedHashSet<>(List.of(sides[0].split(", ")));
                events.forEach(event -> expected.put(event, Set.of(sides[1].split("/"))));
            }
        }
        return expected;
    }

    @Test
    void noPolicyOfNoComponentIsLeftOut() throws IOException {
        Map<String, List<String>> policies = cells().stream().collect(Collectors.groupingBy(Cell::feature,
                LinkedHashMap::new, Collectors.mapping(Cell::policy, Collectors.toList())));
        assertTrue(policies.size() >= 11, policies.keySet().toString());
        policies.forEach((feature, all) -> assertEquals(POLICIES, all, feature));
        try (var files = Files.list(Happenings.FOLDER)) {
            assertEquals(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".c"))
                    .sorted().toList(), cells().stream().map(Cell::file).distinct().sorted().toList());
        }
    }

    @Test
    void theDocumentationShowsTheMatrix() throws IOException {
        String manual = Files.readString(Happenings.FOLDER.resolve("../../docs/restore-policies.md"));
        for (String part : List.of(table(), reasons())) {
            assertTrue(manual.contains(part), () -> "docs/restore-policies.md has to have\n\n" + part);
        }
    }

    private static String table() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("| | " + String.join(" | ", POLICIES) + " |", "|---".repeat(8) + "|"));
        cells().stream().collect(Collectors.groupingBy(Cell::feature, LinkedHashMap::new,
                Collectors.mapping(PolicyMatrixTest::brief, Collectors.joining(" | "))))
                .forEach((feature, row) -> lines.add("| " + feature + " | " + row + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String brief(Cell cell) {
        return switch (cell.verdict) {
            case "holds" -> "holds";
            case "refused" -> "refused";
            default -> "✗ " + List.of(cell.verdict.split("; ")).stream().map(group -> group.split(": ")[0])
                    .map(events -> events.equals("all") ? "always" : events)
                    .collect(Collectors.joining(", "));
        };
    }

    private static String reasons() throws IOException {
        StringBuilder text = new StringBuilder();
        String feature = "";
        for (Cell cell : cells()) {
            if (!cell.feature.equals(feature)) {
                text.append(text.isEmpty() ? "" : "\n").append("**").append(cell.feature).append("** (`")
                        .append(cell.file).append("`)\n\n");
                feature = cell.feature;
            }
            String claims = cell.verdict.replaceAll("([a-z_]+_[a-z_/]+)", "`$1`");
            text.append("- ").append(cell.policy).append(", ").append(claims).append(". ")
                    .append(cell.reason).append('\n');
        }
        return text.toString();
    }
}
