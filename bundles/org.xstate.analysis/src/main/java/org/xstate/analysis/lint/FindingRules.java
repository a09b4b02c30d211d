package org.xstate.analysis.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xstate.api.Severity;

/** What each finding's id means, whatever values one finding has: the rules of a SARIF log and the table in the manual. */
public final class FindingRules {

    /**
     * One kind of finding.
     *
     * @param severity the usual one; some findings are more severe where more is known
     * @param meaning  one sentence
     * @param remedy   what to do about it; empty if there is nothing to do
     */
    public record Rule(String id, Severity severity, String meaning, String remedy) {
    }

    private static final String RESOURCE = "finding-rules.txt";

    private FindingRules() {
    }

    /** All rules, by id. */
    public static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        try (InputStream stream = FindingRules.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(FindingRules::rule)
                    .forEach(rules::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rules);
    }

    /** The rule of an id; empty for a plugin's own finding. */
    public static Optional<Rule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** {@code id | severity | meaning | remedy}. */
    private static Rule rule(String line) {
        String[] cells = line.split(" \\| ?", 4);
        if (cells.length != 4) {
            throw new IllegalStateException(RESOURCE + ": malformed line: " + line);
        }
        return new Rule(cells[0], Severity.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2], cells[3]);
    }
}
