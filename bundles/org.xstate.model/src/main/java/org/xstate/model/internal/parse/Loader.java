package org.xstate.model.internal.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.grammar.ModelCParser;

/** Reads a file and what it includes, each once, an included file before the file that includes it. */
public final class Loader {

    /** Types that xstate.h declares. */
    public static final List<String> BUILT_IN_TYPES = List.of("bool", "_Bool", "u8", "u16", "u32", "u64",
            "s8", "s16",
            "s32", "s64", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t", "int16_t", "int32_t",
            "int64_t",
            "size_t", "cpu_t", "token_t");

    /** What a C compiler gets by {@code -include}; a file may also include it by itself. */
    private static final String HEADER = "xstate.h";
    /** What an expression is called that stands in no file. */
    private static final String EXPRESSION = "expression";
    private static final int MAX_FILES = 1000;
    private static final int MAX_INCLUDES = 64;

    private final SourceFiles files;
    private final Diagnostics diagnostics;
    private final Set<String> typeNames = new TreeSet<>(BUILT_IN_TYPES);
    private final Set<String> done = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<SourceUnit> units = new ArrayList<>();

    private static final ParsedFiles PARSED = new ParsedFiles();

    /** What is done with the tokens of a file when those of the files that it includes are done. */
    @FunctionalInterface
    interface Reader {
        void read(String file, String text, TokenPass pass);
    }

    private final Reader reader;

    public Loader(SourceFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        this.reader = this::parse;
    }

    Loader(SourceFiles files, Diagnostics diagnostics, Reader reader) {
        this.files = files;
        this.diagnostics = diagnostics;
        this.reader = reader;
    }

    /**
     * The units in the order of their includes, the named file last.
     *
     * @param library files that are read before it
     */
    public List<SourceUnit> load(List<String> library, String file) {
        library.forEach(this::root);
        diagnostics.onlyErrors(done);
        if (done.contains(file)) {
            diagnostics.add(Diagnostic.error("include-cycle", new Span(file, 1, 1, 1),
                    "'" + file + "' is part of the library"));
            return List.of();
        }
        root(file);
        return List.copyOf(units);
    }

    private void root(String file) {
        Optional<String> text = files.text(file);
        if (text.isEmpty()) {
            diagnostics.add(Diagnostic.error("no-such-file", new Span(file, 1, 1, 1),
                    "no such file '" + file + "'"));
        } else if (!done.contains(file)) {
            load(file, text.get());
        }
    }

    private void load(String file, String text) {
        open.push(file);
        done.add(file);
        TokenPass pass = new TokenPass(diagnostics, typeNames);
        List<Token> tokens = pass.lex(file, text);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).getType() == ModelCParser.INCLUDE) {
                include(file, tokens.get(i + 1));
            }
        }
        reader.read(file, text, pass);
        open.pop();
    }

    private void parse(String file, String text, TokenPass pass) {
        ParsedFiles.Key key = new ParsedFiles.Key(file, text, typeNames);
        Optional<ParsedFiles.Parsed> known = PARSED.find(key);
        if (known.isPresent()) {
            typeNames.addAll(known.get().typeNames());
            units.add(known.get().unit());
            return;
        }
        int before = diagnostics.count();
        SourceUnit unit = new SourceUnit(file, declarations(pass.classify()));
        units.add(unit);
        if (diagnostics.count() == before && !diagnostics.hasErrors()) {
            PARSED.keep(key, new ParsedFiles.Parsed(unit, Set.copyOf(typeNames)));
        }
    }

    /**
     * An expression behind the files that were loaded, which say what names types. It stands in line 1 of a text without a
     * file.
     */
    public Optional<Expression> expression(String text, Diagnostics problems) {
        TokenPass pass = new TokenPass(problems, typeNames);
        pass.lex(EXPRESSION, "int f(void) { return (" + text.replaceAll("\\s+", " ") + "\n); }");
        List<Declaration> all = declarations(pass.classify(), problems);
        boolean whole = all.size() == 1
                && all.getFirst() instanceof Declaration.Function(var _, var _, var _, var _, var body, var _)
                && body.isPresent() && body.get().statements().size() == 1;
        if (!whole) {
            if (!problems.hasErrors()) {
                problems.add(Diagnostic.error("no-expression", new Span(EXPRESSION, 1, 1, 1),
                        "this is more than one expression"));
            }
            return Optional.empty();
        }
        Statement statement = ((Declaration.Function) all.getFirst()).body().orElseThrow().statements()
                .getFirst();
        return statement instanceof Statement.Return back ? back.value() : Optional.empty();
    }

    private void include(String from, Token string) {
        String name = string.getText().substring(1, string.getText().length() - 1);
        if (name.equals(HEADER)) {
            return;
        }
        List<String> places = places(from, name);
        String file = places.stream().filter(one -> files.text(one).isPresent()).findFirst().orElse(name);
        Optional<String> text = files.text(file);
        if (text.isEmpty()) {
            report(string, "no-such-file", "no such file '" + name + "'");
        } else if (open.contains(file)) {
            report(string, "include-cycle", "'" + name + "' includes itself");
        } else if (open.size() > MAX_INCLUDES || done.size() > MAX_FILES) {
            report(string, "nested-too-deeply", "too many files are included");
        } else if (!done.contains(file)) {
            load(file, text.get());
        }
    }

    /** Where an included file may be: beside the including one, or where its name says. */
    public static List<String> places(String from, String name) {
        int slash = from.lastIndexOf('/');
        return List.of(normal(slash < 0 ? name : from.substring(0, slash + 1) + name), normal(name));
    }

    private void report(Token token, String code, String message) {
        diagnostics.add(Diagnostic.error(code, Spans.of(token), message));
    }

    /** Without {@code .} and {@code folder/..}. */
    private static String normal(String name) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : name.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return (name.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    private List<Declaration> declarations(List<Token> tokens) {
        return declarations(tokens, diagnostics);
    }

    private List<Declaration> declarations(List<Token> tokens, Diagnostics diagnostics) {
        ModelCParser parser = new ModelCParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        ReportingStrategy strategy = new ReportingStrategy(diagnostics, typeNames);
        parser.setErrorHandler(strategy);
        try {
            ModelCParser.FileContext tree = parser.file();
            // a tree with holes is not looked at: what is said about it would be about the holes
            return strategy.hasNoErrors() ? new TreeBuilder(diagnostics).declarations(tree) : List.of();
        } catch (TooDeep tooDeep) {
            diagnostics.add(tooDeep.diagnostic());
            return List.of();
        }
    }
}
