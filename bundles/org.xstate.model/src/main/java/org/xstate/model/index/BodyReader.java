package org.xstate.model.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.index.Occurrence.Use;
import org.xstate.model.index.TypeReader.Declarator;

/** Reads what stands in braces behind a function, a task, a property. */
final class BodyReader {

    private final Cursor cursor;
    private final Recorder out;
    private final ExpressionReader expressions;
    private final Map<String, SourceToken> labels = new HashMap<>();
    private final List<SourceToken> jumps = new ArrayList<>();

    BodyReader(Cursor cursor, Recorder out, ExpressionReader expressions) {
        this.cursor = cursor;
        this.out = out;
        this.expressions = expressions;
    }

    /** The whole of a body, from its opening brace. */
    void body() {
        block();
        for (SourceToken jump : jumps) {
            Optional<SourceToken> label = Optional.ofNullable(labels.get(jump.text()));
            out.occurrences.add(new Occurrence(label.map(this::key).orElse(""), SymbolKind.LABEL, jump.text(),
                    out.source.file(), jump.offset(), Use.READ));
        }
    }

    private String key(SourceToken label) {
        return "local:" + out.source.file() + "@" + label.offset() + "." + label.text();
    }

    private void block() {
        out.open(cursor.peek().offset());
        cursor.accept("{");
        while (!cursor.atEnd() && !cursor.is("}") && !cursor.beginsItem()) {
            int before = cursor.position();
            statement();
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        out.close(cursor.is("}") ? cursor.peek().end() : cursor.peek().offset());
        cursor.accept("}");
    }

    private void statement() {
        switch (cursor.peek().text()) {
            case "{" -> block();
            case "atomic", "else", "do", "break", "continue", "fallthrough", "return" -> simpleWord();
            case "if", "while", "switch" -> {
                cursor.next();
                expressions.parenthesised();
                inner();
            }
            case "for" -> loop();
            case "case" -> {
                cursor.next();
                expressions.expression();
                cursor.accept(":");
            }
            case "default" -> {
                cursor.next();
                cursor.accept(":");
            }
            case "goto" -> {
                cursor.next();
                if (cursor.peek().isName()) {
                    jumps.add(cursor.next());
                }
                cursor.accept(";");
            }
            default -> other();
        }
    }

    private void simpleWord() {
        boolean value = cursor.next().is("return");
        if (value && !cursor.is(";") && !cursor.is("}") && !cursor.beginsItem()) {
            expressions.expression();
        }
        cursor.accept(";");
    }

    /** What an {@code if} or a loop is about; a closing brace instead of it is somebody else's. */
    private void inner() {
        if (!cursor.atEnd() && !cursor.is("}") && !cursor.beginsItem()) {
            statement();
        }
    }

    private void loop() {
        cursor.next();
        out.open(cursor.peek().offset());
        cursor.accept("(");
        if (expressions.types().isNext()) {
            declaration();
        } else {
            expressions.list(";");
            cursor.accept(";");
        }
        expressions.list(";");
        cursor.accept(";");
        expressions.list(")");
        cursor.accept(")");
        inner();
        out.close(cursor.previous().end());
    }

    private void other() {
        if (cursor.peek().isName() && cursor.peek(1).is(":")) {
            label();
        } else if (expressions.types().isNext()) {
            declaration();
        } else if (!cursor.accept(";")) {
            expressions.expression();
            while (cursor.accept(",")) {
                expressions.expression();
            }
            cursor.accept(";");
        }
    }

    private void label() {
        SourceToken name = cursor.next();
        labels.putIfAbsent(name.text(), name);
        out.symbols.add(
                new Symbol(SymbolKind.LABEL, name.text(), key(name), TypeRef.UNKNOWN, name.text() + ":", "",
                        out.source.file(), name.offset(), name.offset(), name.end(), out.function(), true));
        out.occurrences.add(new Occurrence(key(name), SymbolKind.LABEL, name.text(), out.source.file(),
                name.offset(), Use.DECLARATION));
        cursor.next();
    }

    private void declaration() {
        int begin = cursor.peek().offset();
        while (cursor.isStorage()) {
            cursor.next();
        }
        TypeRef base = expressions.types().specifier();
        do {
            Declarator one = expressions.types().declarator(base);
            int end = cursor.previous().end();
            if (cursor.accept("=")) {
                expressions.initializer();
            }
            if (one.name().isName()) {
                out.local(one.name(), SymbolKind.LOCAL, one.type(), begin, Math.max(end, one.name().end()));
            }
        } while (cursor.accept(","));
        cursor.accept(";");
    }
}
