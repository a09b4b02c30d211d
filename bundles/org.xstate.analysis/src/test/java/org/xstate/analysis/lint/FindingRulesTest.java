package org.xstate.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FindingRulesTest {

    /** What plugins' validation, reports, scenarios and the desktop say is no finding about an image. */
    private static final List<String> NOT_LINT = List.of("/analysis/plugins/", "/analysis/internal/report/",
            "/org.xstate.sim/", "/org.xstate.ui");
    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));
    private static final String ID = "\"([a-z0-9]+(?:-[a-z0-9]+)+)\"";
    /** The id is the first argument of these, or the value of a constant; a choice between two ids counts as both. */
    private static final Pattern USE = Pattern.compile(
            "Finding\\s*\\.\\s*(?:error|warning|note)\\(([^,]*),|static final String \\w+ = (" + ID
                    + ")|\\blost\\(([^,]*),|HeaderWords\\.unknown\\(\\w+,([^,]*),");

    /** Ids that surely become findings. */
    private static Set<String> used() throws IOException {
        return ids(USE);
    }

    /** All literals that look like ids: some are handed through before they become findings. */
    private static Set<String> mentioned() throws IOException {
        return ids(Pattern.compile(ID));
    }

    private static Set<String> ids(Pattern pattern) throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(f -> NOT_LINT.stream().noneMatch(f.toString().replace('\\', '/')::contains))
                    .toList()) {
                Matcher use = pattern.matcher(Files.readString(file));
                while (use.find()) {
                    Matcher id = Pattern.compile(ID).matcher(use.group());
                    while (id.find()) {
                        ids.add(id.group(1));
                    }
                }
            }
        }
        return ids;
    }

    @Test
    void everyIdInTheCodeHasARuleAndEveryRuleIsUsed() throws IOException {
        Set<String> rules = new TreeSet<>();
        FindingRules.all().forEach(rule -> assertTrue(rules.add(rule.id()), "twice: " + rule.id()));
        Set<String> used = used();
        assertEquals(Set.of(), minus(used, rules), "used in the code, without a line in finding-rules.txt");
        assertEquals(Set.of(), minus(rules, mentioned()),
                "with a line in finding-rules.txt, not used in the code");
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void theManualListsEveryRule() throws IOException {
        String manual = Files.readString(ROOT.resolve("docs/lint.md"));
        List<String> missing = FindingRules.all().stream()
                .map(rule -> "| `%s` | %s | %s | %s |".formatted(rule.id(), rule.severity().word(),
                        rule.meaning(),
                        rule.remedy()))
                .filter(row -> !manual.contains(row)).toList();
        assertEquals(List.of(), missing);
    }
}
