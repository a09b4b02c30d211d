package org.xstate.model.internal.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.internal.grammar.ModelCParser;

/** Says what a syntax error is in the words of the language: what was expected, what stands there, what was meant. */
final class ReportingStrategy extends DefaultErrorStrategy {

    private static final Set<String> WORDS = Set.of("atomic", "break", "case", "char", "const", "continue",
            "default", "do", "else", "enum", "extern", "fallthrough", "for", "ghost", "goto", "if", "inline",
            "int",
            "long", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef",
            "unsigned",
            "void", "while");

    private final Diagnostics diagnostics;
    private final Set<String> typeNames;
    private boolean failed;
    private int lastLine;

    ReportingStrategy(Diagnostics diagnostics, Set<String> typeNames) {
        this.diagnostics = diagnostics;
        this.typeNames = typeNames;
    }

    boolean hasNoErrors() {
        return !failed;
    }

    @Override
    protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
        report(parser, e.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    protected void reportInputMismatch(Parser parser, InputMismatchException e) {
        report(parser, e.getOffendingToken(), e.getExpectedTokens());
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        failed = true;
        if (found.getLine() == lastLine) {
            // after a first error on a line, what is said about its rest is seldom about the text
            return;
        }
        lastLine = found.getLine();
        Token before = parser.getInputStream().LT(-1);
        Optional<Diagnostic> misspelt = misspelt(before, found);
        if (misspelt.isPresent()) {
            diagnostics.add(misspelt.get());
            return;
        }
        String what = expectation(expected);
        // what is missing is missing behind the last token, not in front of the next line
        boolean behind = before != null && found.getLine() != before.getLine()
                || found.getType() == Token.EOF || found.getType() == ModelCParser.DEFINE_END;
        Diagnostic diagnostic = Diagnostic.error("syntax", behind && before != null
                ? Spans.after(before)
                : Spans.of(found), "expected " + what + ", found " + name(found));
        if (found.getType() == ModelCParser.ASSIGN) {
            diagnostic = diagnostic.note("an assignment is a statement in model C; '==' compares");
        } else if (found.getType() == ModelCParser.COMMA) {
            diagnostic = diagnostic.note("model C has no comma operator");
        }
        diagnostics.add(diagnostic);
    }

    /** Two names in a row: the first was to be a keyword or a type. */
    private Optional<Diagnostic> misspelt(Token before, Token found) {
        if (before == null || before.getType() != ModelCParser.IDENTIFIER) {
            return Optional.empty();
        }
        boolean name = found.getType() == ModelCParser.IDENTIFIER;
        if (!name && found.getType() != ModelCParser.LBRACE && found.getType() != ModelCParser.NUMBER) {
            return Optional.empty();
        }
        Set<String> candidates = new TreeSet<>(WORDS);
        candidates.addAll(typeNames);
        Optional<String> near = Nearest.to(before.getText(), candidates);
        if (near.isEmpty() && !name) {
            return Optional.empty();
        }
        String kind = near.map(WORDS::contains).orElse(false) ? "no such keyword '" : "no such type '";
        Diagnostic diagnostic = Diagnostic.error(kind.startsWith("no such k") ? "syntax" : "no-such-type",
                Spans.of(before), kind + before.getText() + "'");
        return Optional
                .of(near.map(word -> diagnostic.suggest("did you mean '" + word + "'?")).orElse(diagnostic));
    }

    private static String expectation(IntervalSet expected) {
        List<Integer> types = expected.toList();
        boolean expression = types.contains(ModelCParser.NUMBER);
        boolean type = types.contains(ModelCParser.TYPE_NAME);
        boolean statement = types.contains(ModelCParser.RETURN);
        if (statement) {
            return types.contains(ModelCParser.RBRACE) ? "a statement or '}'" : "a statement";
        }
        if (types.contains(ModelCParser.TYPEDEF)) {
            return "a declaration";
        }
        if (expression) {
            return type && !types.contains(ModelCParser.SIZEOF) ? "a type or an expression" : "an expression";
        }
        if (type) {
            return types.contains(ModelCParser.RBRACE) ? "a type or '}'" : "a type";
        }
        return closers(types);
    }

    /** Of the many tokens that may follow an expression, those that end something say most. */
    private static String closers(List<Integer> types) {
        List<Integer> ends = types.stream().filter(ReportingStrategy::ends).toList();
        List<String> names = (ends.isEmpty() ? types : ends).stream().map(ReportingStrategy::name).sorted()
                .toList();
        if (names.size() > 4) {
            return "an operator or ';'";
        }
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    private static boolean ends(int type) {
        return switch (type) {
            case ModelCParser.SEMI, ModelCParser.RPAREN, ModelCParser.RBRACE, ModelCParser.RBRACKET,
                    ModelCParser.DEFINE_END, ModelCParser.COMMA, ModelCParser.COLON ->
                true;
            default -> false;
        };
    }

    private static String name(Token token) {
        return token.getType() == Token.EOF || token.getType() == ModelCParser.DEFINE_END
                ? name(token.getType())
                : "'" + token.getText() + "'";
    }

    private static String name(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case ModelCParser.DEFINE_END -> "the end of the line";
            case ModelCParser.IDENTIFIER -> "a name";
            case ModelCParser.STRING -> "a string";
            default -> ModelCParser.VOCABULARY.getDisplayName(type);
        };
    }
}
