package org.xstate.model.internal.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.antlr.v4.runtime.Token;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.grammar.ModelCParser;
import org.xstate.model.ir.Program;

/**
 * Looks for scenarios, tasks and rules among the tokens of a file, without the grammar: which names are types is known only
 * when the library is there.
 */
public final class Outliner {

    private final Diagnostics diagnostics = new Diagnostics();
    private final SourceFiles files;
    private final List<Program.Scenario> scenarios = new ArrayList<>();
    private final List<Outline.Process> processes = new ArrayList<>();
    private boolean rules;

    public Outliner(SourceFiles files) {
        this.files = files;
    }

    public Outline of(String main) {
        new Loader(files, diagnostics, (file, _, pass) -> {
            read(pass.tokens(), file.equals(main));
            unclosed(pass.tokens());
        })
                .load(List.of(), main);
        return new Outline(diagnostics.inOrder(), scenarios, processes, rules);
    }

    private void read(List<Token> tokens, boolean main) {
        int depth = 0;
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (depth == 0 && isDeclaration(tokens, i)) {
                declaration(tokens, i, main);
            }
            depth += nesting(tokens.get(i));
        }
    }

    private static int nesting(Token token) {
        return switch (token.getType()) {
            case ModelCParser.LBRACE, ModelCParser.LPAREN -> 1;
            case ModelCParser.RBRACE, ModelCParser.RPAREN -> -1;
            default -> 0;
        };
    }

    /** A file that breaks off is not one without anything to execute; of others the grammar says what is wrong with them. */
    private void unclosed(List<Token> tokens) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (nesting(token) > 0) {
                open.push(token);
            } else if (nesting(token) < 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        if (!open.isEmpty() && !rules && processes.isEmpty()) {
            diagnostics.add(Diagnostic.error("syntax", Spans.of(open.getLast()),
                    "'%s' is never closed".formatted(open.getLast().getText())));
        }
    }

    /** A word, a parenthesis, a name: as {@code task(A)} begins. */
    private static boolean isDeclaration(List<Token> tokens, int at) {
        return tokens.get(at).getType() == ModelCParser.IDENTIFIER
                && tokens.get(at + 1).getType() == ModelCParser.LPAREN
                && tokens.get(at + 2).getType() == ModelCParser.IDENTIFIER;
    }

    private void declaration(List<Token> tokens, int at, boolean main) {
        String name = tokens.get(at + 2).getText();
        switch (tokens.get(at).getText()) {
            case "rule" -> rules = true;
            case "task", "kernel_thread" -> processes.add(new Outline.Process(
                    main && !scenarios.isEmpty() ? Optional.of(scenarios.getLast().name()) : Optional.empty(),
                    name, tokens.get(at).getText().equals("kernel_thread")));
            case "scenario" -> {
                if (main) {
                    scenarios.add(new Program.Scenario(name, likeOthers(settings(tokens, at + 4)),
                            Spans.of(tokens.get(at))));
                }
            }
            default -> {
                // functions and other declarations say nothing about the machine
            }
        }
    }

    /** With the settings of an earlier scenario in the place where {@code like(...)} names it. */
    private List<Program.Setting> likeOthers(List<Program.Setting> settings) {
        return settings.stream().flatMap(setting -> setting.name().equals("like")
                ? scenarios.stream().filter(one -> setting.arguments().equals(List.of(one.name())))
                        .flatMap(one -> one.settings().stream())
                : Stream.of(setting)).toList();
    }

    /** From the opening brace to the one that closes it. */
    private static List<Program.Setting> settings(List<Token> tokens, int from) {
        List<Program.Setting> settings = new ArrayList<>();
        for (int i = from; i + 1 < tokens.size() && tokens.get(i).getType() != ModelCParser.RBRACE; i++) {
            if (tokens.get(i).getType() == ModelCParser.IDENTIFIER
                    && tokens.get(i + 1).getType() == ModelCParser.LPAREN) {
                List<Token> arguments = arguments(tokens, i + 2);
                settings.add(new Program.Setting(tokens.get(i).getText(),
                        arguments.stream().map(Outliner::text).toList(),
                        arguments.stream().map(Spans::of).toList(), Spans.of(tokens.get(i))));
                i += 1 + arguments.size();
            }
        }
        return settings;
    }

    private static List<Token> arguments(List<Token> tokens, int from) {
        List<Token> arguments = new ArrayList<>();
        for (int i = from; i < tokens.size() && tokens.get(i).getType() != ModelCParser.RPAREN
                && tokens.get(i).getType() != ModelCParser.RBRACE; i++) {
            if (tokens.get(i).getType() != ModelCParser.COMMA) {
                arguments.add(tokens.get(i));
            }
        }
        return arguments;
    }

    private static String text(Token token) {
        return token.getType() == ModelCParser.STRING
                ? ExpressionBuilder.unquoted(token.getText())
                : token.getText();
    }
}
