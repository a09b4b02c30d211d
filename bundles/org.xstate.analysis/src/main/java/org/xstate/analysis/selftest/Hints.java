package org.xstate.analysis.selftest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/**
 * What a kernel function is for, by the comment that stands before it in the text: the library says there which system
 * call or trap leads to it.
 */
final class Hints {
    private static final Pattern CALL = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\(");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?[.:!?])(\\s|$)");

    private final Scenario scenario;

    Hints(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The first sentence about the first function in the statement that has one; without its last full stop. */
    Optional<String> of(String statement) {
        Matcher matcher = CALL.matcher(statement);
        while (matcher.find()) {
            String called = matcher.group(1);
            Optional<String> hint = scenario.program().functions().stream()
                    .filter(function -> function.name().equals(called)).map(Program.Function::span)
                    .flatMap(span -> comment(span).stream()).findFirst();
            if (hint.isPresent()) {
                return hint;
            }
        }
        return Optional.empty();
    }

    private Optional<String> comment(Span span) {
        String[] lines = scenario.files().text(span.file()).orElse("").split("\n", -1);
        int last = span.line() - 2;
        if (last < 0 || last >= lines.length || !lines[last].strip().endsWith("*/")) {
            return Optional.empty();
        }
        int first = last;
        while (first > 0 && !lines[first].strip().startsWith("/*")) {
            first--;
        }
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            text.append(lines[i].strip().replaceAll("^/?\\*+/?|\\*/$", "").strip()).append(' ');
        }
        String whole = text.toString().strip().replaceAll("\\s+", " ");
        Matcher sentence = FIRST_SENTENCE.matcher(whole);
        String hint = sentence.find() ? sentence.group(1) : whole;
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint.replaceAll("[.:]$", ""));
    }
}
