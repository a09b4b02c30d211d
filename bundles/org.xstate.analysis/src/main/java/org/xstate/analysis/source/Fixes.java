package org.xstate.analysis.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.SourceToken;
import org.xstate.model.index.TextEdit;
import org.xstate.sim.library.Library;

/** Finds remedies for what the compiler complains of. */
final class Fixes {

    private static final Pattern SUGGESTED = Pattern.compile("did you mean '([^']+)'");
    private static final Pattern NAMED = Pattern.compile("'(\\w+)'");

    private final SourceText source;
    private final Optional<Library> library;
    private final String scenario;

    /** @param source of the file with the scenarios */
    Fixes(SourceText source, Optional<Library> library, String scenario) {
        this.source = source;
        this.library = library;
        this.scenario = scenario;
    }

    /** @param text of the file that the diagnostic is about */
    List<Fix> of(Diagnostic diagnostic, SourceText text) {
        List<Fix> fixes = new ArrayList<>();
        diagnostic.suggestion().flatMap(suggestion -> spelling(diagnostic.span(), suggestion, text))
                .ifPresent(fixes::add);
        if (diagnostic.code().equals("case-runs-into-next") || diagnostic.suggestion()
                .filter(suggestion -> suggestion.contains("'fallthrough;'")).isPresent()) {
            fixes.add(fallthrough(diagnostic.span(), text));
        }
        if (diagnostic.code().startsWith("no-such-")) {
            feature(diagnostic.message()).ifPresent(fixes::add);
        }
        return fixes;
    }

    private static Optional<Fix> spelling(Span span, String suggestion, SourceText text) {
        Matcher matcher = SUGGESTED.matcher(suggestion);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int offset = text.offset(span.line(), span.column());
        int at = text.tokenAt(offset);
        if (at >= text.tokens().size()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        SourceToken token = text.tokens().get(at);
        boolean tag = (token.is("struct") || token.is("enum")) && at + 1 < text.tokens().size();
        SourceToken place = tag ? text.tokens().get(at + 1) : token;
        String bare = name.substring(name.indexOf(' ') + 1);
        String written = place.text().startsWith("\"") ? '"' + bare + '"' : bare;
        return Optional.of(new Fix("Change to '" + bare + "'", span.file(),
                List.of(new TextEdit(place.offset(), place.text().length(), written))));
    }

    private static Fix fallthrough(Span span, SourceText text) {
        String line = text.lineText(span.line());
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        return new Fix("Write 'fallthrough;' before it", span.file(),
                List.of(new TextEdit(text.lineStart(span.line()), 0, indent + "\tfallthrough;\n")));
    }

    private Optional<Fix> feature(String message) {
        Matcher name = NAMED.matcher(message);
        List<String> missing = name.find()
                ? library.map(known -> known.missingFor(name.group(1))).orElse(List.of())
                : List.of();
        return missing.isEmpty()
                ? Optional.empty()
                : settings().map(close -> new Fix(
                        "Add %s to features(...) of scenario '%s'".formatted(String.join(", ", missing),
                                scenario),
                        source.file(),
                        List.of(new TextEdit(close.offset(), 0,
                                (empty(close) ? "" : ", ") + String.join(", ", missing)))));
    }

    private boolean empty(SourceToken close) {
        return source.tokens().get(source.tokenAt(close.offset()) - 1).is("(");
    }

    /** The parenthesis that closes the features of the scenario. */
    private Optional<SourceToken> settings() {
        List<SourceToken> tokens = source.tokens();
        boolean inside = false;
        boolean listed = false;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("scenario") && tokens.get(i + 1).is("(")) {
                inside = tokens.get(i + 2).is(scenario);
            }
            listed |= inside && tokens.get(i).is("features");
            if (listed && tokens.get(i).is(")")) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }
}
