package org.xstate.model.index;

import java.util.Optional;

import org.xstate.model.index.Occurrence.Use;
import org.xstate.model.index.Recorder.Form;
import org.xstate.model.index.SourceToken.Kind;

/** Reads declarations that are macros to a C compiler: {@code task(A) { ... }}, {@code knob(name, A, B);}. */
final class SurfaceReader {

    private final Cursor cursor;
    private final Recorder out;
    private final ExpressionReader expressions;
    private final Runnable body;

    SurfaceReader(Cursor cursor, Recorder out, ExpressionReader expressions, Runnable body) {
        this.cursor = cursor;
        this.out = out;
        this.expressions = expressions;
        this.body = body;
    }

    /** @param begin where the declaration begins */
    void read(int begin) {
        String word = cursor.next().text();
        cursor.next();
        switch (word) {
            case "scenario" -> scenario(begin);
            case "task" -> process(begin, SymbolKind.TASK, "task:");
            case "kernel_thread" -> process(begin, SymbolKind.KERNEL_THREAD, "task:");
            case "interrupt" -> process(begin, SymbolKind.INTERRUPT, "interrupt:");
            case "setup" -> process(begin, SymbolKind.SETUP, "setup:");
            case "rule" -> process(begin, SymbolKind.RULE, "rule:");
            case "property" -> process(begin, SymbolKind.PROPERTY, "property:");
            case "hook" -> hook(begin);
            case "on" -> part(begin);
            case "knob", "knob_flag", "knob_range" -> knob(begin, word);
            case "tokens" -> tokens(begin);
            case "buffer" -> buffer(begin);
            case "component" -> component();
            default -> typed(begin, word);
        }
    }

    private Optional<SourceToken> name() {
        return cursor.peek().isName() ? Optional.of(cursor.next()) : Optional.empty();
    }

    private void arguments() {
        cursor.accept(",");
        expressions.list(")");
        cursor.accept(")");
    }

    private void process(int begin, SymbolKind kind, String prefix) {
        Optional<SourceToken> name = name();
        arguments();
        int header = cursor.previous().end();
        int place = out.symbols.size();
        int occurrence = out.occurrences.size();
        out.function(name.map(SourceToken::text).orElse(""));
        body.run();
        out.function("");
        name.ifPresent(token -> declared(place, occurrence,
                out.declare(token, prefix + out.scenario() + ".",
                        new Form(kind, TypeRef.UNKNOWN, begin, header, out.scenario(), true)),
                cursor.previous().end()));
    }

    private void declared(int place, int occurrence, Symbol symbol, int end) {
        out.symbols.removeLast();
        out.symbols.add(place, new Symbol(symbol.kind(), symbol.name(), symbol.key(), symbol.type(),
                symbol.signature(), symbol.documentation(), symbol.file(), symbol.offset(), symbol.begin(),
                end,
                symbol.container(), symbol.defining()));
        out.occurrences.add(occurrence, out.occurrences.removeLast());
    }

    private void scenario(int begin) {
        Optional<SourceToken> name = name();
        cursor.accept(")");
        int header = cursor.previous().end();
        int place = out.symbols.size();
        int occurrence = out.occurrences.size();
        name.ifPresent(token -> out.scenario(token.text()));
        if (cursor.accept("{")) {
            while (!cursor.atEnd() && !cursor.is("}") && !cursor.beginsItem()) {
                setting();
            }
            cursor.accept("}");
        }
        name.ifPresent(token -> declared(place, occurrence, out.declare(token, "scenario:",
                new Form(SymbolKind.SCENARIO, TypeRef.UNKNOWN, begin, header, "", true)),
                cursor.previous().end()));
    }

    /** {@code features(PKRU);}: names of components, of knobs, of scenarios, of properties stand in places of their own. */
    private void setting() {
        SourceToken word = cursor.next();
        if (!word.isName() || !cursor.accept("(")) {
            return;
        }
        for (int argument = 0; !cursor.atEnd() && !cursor.is(")") && !cursor.is(";") && !cursor.is("}")
                && !cursor.beginsItem(); argument++) {
            setting(word.text(), argument);
            while (!cursor.atEnd() && !cursor.accept(",") && !cursor.is(")") && !cursor.is(";")
                    && !cursor.is("}")) {
                cursor.next();
            }
        }
        cursor.accept(")");
        cursor.accept(";");
    }

    private void setting(String word, int argument) {
        SourceToken token = cursor.peek();
        if (token.kind() == Kind.STRING && word.equals("expect_violation")) {
            SourceToken inner = new SourceToken(Kind.IDENTIFIER, token.offset() + 1,
                    token.text().substring(1, token.text().length() - 1));
            Optional<Symbol> property = expressions.property(inner.text());
            if (property.isPresent()) {
                out.use(inner, property, Use.READ);
            }
        } else if (token.isName()) {
            Optional<Symbol> meant = switch (word) {
                case "features" -> out.names.name("XFEATURE_" + token.text());
                case "policy" ->
                    argument == 0 ? out.names.name("XFEATURE_" + token.text()) : Optional.empty();
                case "like" -> out.names.key("scenario:" + token.text());
                default -> out.names.name(token.text());
            };
            boolean word2 = word.equals("policy") && argument > 0
                    || meant.isEmpty() && Intrinsic.find(token.text()).isPresent();
            if (!word2) {
                out.use(token, meant, Use.READ);
            }
        }
    }

    private void hook(int begin) {
        TypeRef type = expressions.types().name();
        cursor.accept(",");
        Optional<SourceToken> name = name();
        cursor.accept(")");
        parameters();
        int end = cursor.previous().end();
        cursor.accept(";");
        out.close(end);
        name.ifPresent(token -> out.declare(token, "name:",
                new Form(SymbolKind.HOOK, type, begin, end, "", true)));
    }

    private void parameters() {
        out.open(cursor.peek().offset());
        if (cursor.is("(")) {
            expressions.types().parameters();
        }
    }

    private void part(int begin) {
        expressions.types().name();
        cursor.accept(",");
        Optional<SourceToken> hook = name();
        hook.ifPresent(token -> out.use(token, out.names.name(token.text()), Use.READ));
        cursor.accept(",");
        Optional<SourceToken> who = name();
        cursor.accept(")");
        int place = out.symbols.size();
        int occurrence = out.occurrences.size();
        String container = hook.map(SourceToken::text).orElse("");
        out.function(container);
        parameters();
        int header = cursor.previous().end();
        body.run();
        out.close(cursor.previous().end());
        out.function("");
        who.ifPresent(token -> declared(place, occurrence,
                out.declare(token, "part:" + container + ".",
                        new Form(SymbolKind.HOOK_PART, TypeRef.UNKNOWN, begin, header, container, true)),
                cursor.previous().end()));
    }

    private void knob(int begin, String word) {
        Optional<SourceToken> name = name();
        int end = end();
        String type = word.equals("knob_flag") ? "bool" : "int";
        name.ifPresent(token -> out.declare(token, "name:",
                new Form(SymbolKind.KNOB, TypeRef.of(type), begin, end, "", true)));
        if (!word.equals("knob")) {
            arguments();
            cursor.accept(";");
            return;
        }
        while (cursor.accept(",")) {
            Optional<SourceToken> value = name();
            value.ifPresent(
                    token -> out.declare(token, "name:", new Form(SymbolKind.KNOB_VALUE, TypeRef.of("int"),
                            token.offset(), token.end(), name.map(SourceToken::text).orElse(""), true)));
        }
        cursor.accept(")");
        cursor.accept(";");
    }

    /** Behind the parenthesis that closes the arguments, seen from inside of them. */
    private int end() {
        int here = cursor.position();
        int depth = 1;
        while (!cursor.atEnd() && depth > 0 && !cursor.is(";")) {
            String text = cursor.next().text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        }
        int end = cursor.previous().end();
        cursor.back(here);
        return end;
    }

    private void tokens(int begin) {
        do {
            int end = end();
            name().ifPresent(token -> out.declare(token, "name:",
                    new Form(SymbolKind.TOKEN, TypeRef.of("token_t"), begin, end, "", true)));
        } while (cursor.accept(","));
        cursor.accept(")");
        cursor.accept(";");
    }

    private void buffer(int begin) {
        SourceToken word = cursor.peek();
        int known = out.symbols.size();
        TypeRef type = expressions.types().name();
        SourceToken name = new SourceToken(Kind.IDENTIFIER, word.offset(), "");
        out.symbols.add(known,
                new Symbol(SymbolKind.TYPE, "", "buffer:", type, "buffer(" + type.text() + ")", "",
                        out.source.file(), name.offset(), begin, word.end(), "", true));
        cursor.accept(")");
        cursor.accept(";");
    }

    private void component() {
        expressions.types().name();
        arguments();
        cursor.accept(";");
    }

    private void typed(int begin, String word) {
        TypeRef type = expressions.types().name();
        while (cursor.accept("[")) {
            type = type.with(0, 1);
            expressions.list("]");
            cursor.accept("]");
        }
        cursor.accept(",");
        TypeRef whole = word.equals("pool") ? type.with(0, 1) : type;
        int end = end();
        name().ifPresent(token -> out.declare(token, "name:",
                new Form(word.equals("pool") ? SymbolKind.POOL : SymbolKind.PER_CPU, whole, begin, end, "",
                        !word.startsWith("DECLARE"))));
        arguments();
        cursor.accept(";");
    }
}
