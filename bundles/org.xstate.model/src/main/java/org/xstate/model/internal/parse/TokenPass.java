package org.xstate.model.internal.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.grammar.ModelCLexer;
import org.xstate.model.internal.grammar.ModelCParser;

/**
 * Makes of the characters of one file the tokens of the grammar: directives become tokens of their own, names of
 * types are told from other names, and what C has but model C has not is reported by name.
 */
final class TokenPass {

    /** Words of C that cannot be names here, and what stands in for them so that parsing goes on sensibly. */
    private static final Map<String, Integer> NOT_IN_MODEL_C = Map.ofEntries(
            Map.entry("union", ModelCParser.STRUCT), Map.entry("float", ModelCParser.INT),
            Map.entry("double", ModelCParser.INT), Map.entry("volatile", 0), Map.entry("register", 0),
            Map.entry("restrict", 0), Map.entry("auto", 0), Map.entry("_Atomic", 0),
            Map.entry("_Thread_local", 0));

    /** What the kernel's functions are marked with for compilers and checkers, and says nothing about what they do. */
    private static final Set<String> ANNOTATIONS = Set.of("__always_inline", "noinline", "notrace", "__init",
            "__user",
            "__percpu", "__maybe_unused", "__must_check", "noinstr", "asmlinkage");

    private final Diagnostics diagnostics;
    private final Set<String> typeNames;
    private final List<Token> tokens = new ArrayList<>();

    /** @param typeNames what names a type so far; those that this file declares are added */
    TokenPass(Diagnostics diagnostics, Set<String> typeNames) {
        this.diagnostics = diagnostics;
        this.typeNames = typeNames;
    }

    /** The tokens of a file before names of types are told; these come when the included files are known. */
    List<Token> lex(String file, String text) {
        for (Token token : raw(file, text, 0, text.length(), 1, 0)) {
            if (!accept(token)) {
                break;
            }
        }
        Token last = tokens.isEmpty() ? null : tokens.getLast();
        CommonToken end = new CommonToken(last == null ? start(file, text) : last);
        end.setType(Token.EOF);
        end.setText("end of file");
        if (last != null) {
            end.setCharPositionInLine(Spans.after(last).column() - 1);
        }
        tokens.add(end);
        return tokens;
    }

    /** What {@link #lex} gave. */
    List<Token> tokens() {
        return tokens;
    }

    private static Token start(String file, String text) {
        CommonToken token = new CommonToken(new ModelCLexer(CharStreams.fromString(text, file)).nextToken());
        token.setLine(1);
        token.setCharPositionInLine(0);
        return token;
    }

    private static List<Token> raw(String file, String text, int from, int to, int line, int column) {
        ModelCLexer lexer = new ModelCLexer(CharStreams.fromString(text.substring(from, to), file));
        lexer.removeErrorListeners();
        lexer.setLine(line);
        lexer.setCharPositionInLine(column);
        List<Token> all = new ArrayList<>(lexer.getAllTokens());
        return all;
    }

    /** False if nothing that follows can be trusted. */
    private boolean accept(Token token) {
        Integer substitute = token.getType() == ModelCParser.IDENTIFIER
                ? NOT_IN_MODEL_C.get(token.getText())
                : null;
        if (token.getType() == ModelCParser.DIRECTIVE) {
            directive(token);
        } else if (token.getType() == ModelCParser.UNEXPECTED) {
            unexpected(token);
        } else if (opensComment(token)) {
            diagnostics.add(Diagnostic.error("unterminated-comment", Spans.of(tokens.removeLast()),
                    "this comment has no end"));
            return false;
        } else if (substitute != null) {
            diagnostics.add(Diagnostic.error("not-in-model-c", Spans.of(token),
                    "'" + token.getText() + "' is not part of model C"));
            if (substitute != 0) {
                tokens.add(retyped(token, substitute));
            }
        } else if (token.getType() != ModelCParser.IDENTIFIER || !ANNOTATIONS.contains(token.getText())) {
            tokens.add(token);
        }
        return true;
    }

    private boolean opensComment(Token token) {
        boolean star = token.getType() == ModelCParser.STAR || token.getType() == ModelCParser.STAR_ASSIGN;
        return star && !tokens.isEmpty() && tokens.getLast().getType() == ModelCParser.SLASH
                && tokens.getLast().getStopIndex() + 1 == token.getStartIndex()
                && tokens.getLast().getLine() == token.getLine();
    }

    private void unexpected(Token token) {
        String text = token.getText();
        Diagnostic diagnostic = switch (text) {
            case "\"" -> Diagnostic.error("unterminated-string", Spans.of(token), "this string has no end");
            case "'" -> Diagnostic.error("not-in-model-c", Spans.of(token),
                    "character constants are not part of model C");
            default -> Diagnostic.error("unexpected-character", Spans.of(token), "unexpected character "
                    + (text.codePointAt(0) > ' ' && text.codePointAt(0) < 0x7f
                            ? "'" + text + "'"
                            : "U+%04X".formatted(text.codePointAt(0))));
        };
        diagnostics.add(diagnostic);
    }

    private void directive(Token token) {
        String text = token.getText();
        List<Token> parts = raw(token.getInputStream().getSourceName(), text.replace("\\\n", " \n"), 1,
                text.length(), token.getLine(), token.getCharPositionInLine() + 1);
        String word = parts.isEmpty() ? "" : parts.getFirst().getText();
        switch (word) {
            case "include" -> include(token, parts);
            case "define" -> define(token, parts);
            case "pragma" -> {
                if (parts.size() != 2 || !parts.get(1).getText().equals("once")) {
                    refuse(token, "of #pragma, model C has only '#pragma once'");
                }
            }
            default -> refuse(token, "of directives, model C has only #include, #define and #pragma once");
        }
    }

    private void refuse(Token token, String message) {
        diagnostics.add(Diagnostic.error("unsupported-directive", Spans.of(token), message));
    }

    private void include(Token token, List<Token> parts) {
        if (parts.size() != 2 || parts.get(1).getType() != ModelCParser.STRING) {
            refuse(token, "expected #include \"file\"");
            return;
        }
        tokens.add(retyped(parts.getFirst(), ModelCParser.INCLUDE));
        tokens.add(parts.get(1));
    }

    private void define(Token token, List<Token> parts) {
        if (parts.size() < 3 || parts.get(1).getType() != ModelCParser.IDENTIFIER) {
            refuse(token, "expected #define NAME value");
            return;
        }
        Token name = parts.get(1);
        Token next = parts.get(2);
        if (next.getType() == ModelCParser.LPAREN && next.getLine() == name.getLine()
                && next.getCharPositionInLine() == name.getCharPositionInLine() + name.getText().length()) {
            diagnostics.add(Diagnostic.error("macro-with-arguments", Spans.of(name),
                    "macros with arguments are not part of model C")
                    .note("a static inline function does the same"));
            return;
        }
        tokens.add(retyped(parts.getFirst(), ModelCParser.DEFINE));
        parts.stream().skip(1).forEach(this::accept);
        CommonToken end = retyped(parts.getLast(), ModelCParser.DEFINE_END);
        end.setCharPositionInLine(Spans.after(parts.getLast()).column() - 1);
        end.setText("end of line");
        tokens.add(end);
    }

    private static CommonToken retyped(Token token, int type) {
        CommonToken copy = new CommonToken(token);
        copy.setType(type);
        return copy;
    }

    /** Tells the names of types from others; a typedef counts from its semicolon on. */
    List<Token> classify() {
        List<Token> out = new ArrayList<>(tokens.size());
        Deque<Token> typedef = new ArrayDeque<>();
        int depth = 0;
        boolean inTypedef = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (token.getType() == ModelCParser.TYPEDEF) {
                inTypedef = true;
                depth = 0;
                typedef.clear();
            } else if (inTypedef && depth == 0 && token.getType() == ModelCParser.IDENTIFIER) {
                typedef.add(token);
            } else if (inTypedef && depth <= 0 && token.getType() == ModelCParser.SEMI) {
                inTypedef = false;
                if (!typedef.isEmpty()) {
                    typeNames.add(typedef.getLast().getText());
                }
            }
            out.add(classified(token, i));
        }
        return out;
    }

    private Token classified(Token token, int index) {
        if (token.getType() != ModelCParser.IDENTIFIER) {
            return token;
        }
        int before = index == 0 ? Token.EOF : tokens.get(index - 1).getType();
        if (before == ModelCParser.DOT || before == ModelCParser.ARROW || before == ModelCParser.STRUCT
                || before == ModelCParser.ENUM || before == ModelCParser.GOTO) {
            return token;
        }
        boolean call = tokens.get(index + 1).getType() == ModelCParser.LPAREN;
        if (call && token.getText().equals("range")) {
            return retyped(token, ModelCParser.RANGE);
        }
        return typeNames.contains(token.getText()) ? retyped(token, ModelCParser.TYPE_NAME) : token;
    }

    private static boolean opens(Token token) {
        return token.getType() == ModelCParser.LBRACE || token.getType() == ModelCParser.LBRACKET
                || token.getType() == ModelCParser.LPAREN;
    }

    private static boolean closes(Token token) {
        return token.getType() == ModelCParser.RBRACE || token.getType() == ModelCParser.RBRACKET
                || token.getType() == ModelCParser.RPAREN;
    }
}
