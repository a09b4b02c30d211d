package org.xstate.model.index;

import org.xstate.model.index.Recorder.Form;
import org.xstate.model.index.SourceToken.Kind;
import org.xstate.model.index.TypeReader.Declarator;

/**
 * Reads a file declaration by declaration. What it does not understand it passes over up to the next thing that looks like a
 * declaration, so that one slip does not make the rest of a file unknown.
 */
final class FileReader {

    private final Cursor cursor;
    private final Recorder out;
    private final ExpressionReader expressions;
    private final boolean bodies;

    private FileReader(SourceText source, Names names, boolean bodies) {
        this.cursor = new Cursor(source);
        this.out = new Recorder(source, names);
        this.expressions = new ExpressionReader(cursor, out);
        this.bodies = bodies;
    }

    /** Declarations only. @param names what earlier files declare, for the names of types among them */
    static Recorder declarations(SourceText source, Names names) {
        return new FileReader(source, names, false).read();
    }

    /** Everything. @param names what this file and all that are read with it declare */
    static Recorder everything(SourceText source, Names names) {
        return new FileReader(source, names, true).read();
    }

    private Recorder read() {
        out.open(0);
        while (!cursor.atEnd()) {
            int before = cursor.position();
            item();
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        out.close(out.source.text().length());
        return out;
    }

    private void item() {
        SourceToken token = cursor.peek();
        int begin = token.offset();
        if (token.kind() == Kind.DIRECTIVE) {
            directive();
        } else if (token.is("typedef")) {
            typedef();
        } else if (isSurface(0) || token.is("static") && isSurface(1)) {
            cursor.accept("static");
            new SurfaceReader(cursor, out, expressions, this::body).read(begin);
        } else if (cursor.isStorage() || isType()) {
            external(begin);
        } else {
            recover();
        }
    }

    /** At this level two names in a row, or a name and a star, can be nothing but a type and what has it. */
    private boolean isType() {
        return cursor.beginsType() || expressions.types().isNext() && !cursor.peek(1).is("(")
                || cursor.peek().isName() && cursor.peek(1).is("*");
    }

    private boolean isSurface(int ahead) {
        return Words.DECLARATIONS.contains(cursor.peek(ahead).text()) && cursor.peek(ahead + 1).is("(");
    }

    /** Up to behind the next semicolon or body, or before the next declaration. */
    private void recover() {
        while (!cursor.atEnd()) {
            if (cursor.is("{")) {
                cursor.skipBalanced();
                return;
            }
            if (cursor.accept(";") || cursor.accept("}")) {
                return;
            }
            cursor.next();
            if (cursor.beginsItem() || cursor.peek().kind() == Kind.DIRECTIVE) {
                return;
            }
        }
    }

    private void directive() {
        SourceToken word = cursor.next();
        int end = cursor.directiveEnd(word);
        if (word.text().endsWith("include") && cursor.peek().kind() == Kind.STRING) {
            SourceToken name = cursor.peek();
            String file = name.text().substring(1, name.text().length() - 1);
            out.symbols.add(new Symbol(SymbolKind.FILE, file, "include:" + file, TypeRef.UNKNOWN,
                    "#include " + name.text(), "", out.source.file(), name.offset() + 1, word.offset(),
                    name.end(),
                    "", false));
        } else if (word.text().endsWith("define") && cursor.peek().isName() && cursor.peek().offset() < end) {
            SourceToken name = cursor.next();
            out.declare(name, "name:",
                    new Form(SymbolKind.CONSTANT, TypeRef.of("int"), word.offset(), end, "", true));
            while (!cursor.atEnd() && cursor.peek().offset() < end) {
                int before = cursor.position();
                expressions.expression();
                if (cursor.position() == before) {
                    cursor.next();
                }
            }
            return;
        }
        while (!cursor.atEnd() && cursor.peek().offset() < end) {
            cursor.next();
        }
    }

    private void typedef() {
        int begin = cursor.next().offset();
        TypeRef base = expressions.types().specifier();
        Declarator one = expressions.types().declarator(base);
        if (one.name().isName()) {
            out.declare(one.name(), "type:",
                    new Form(SymbolKind.TYPE, one.type(), begin, cursor.peek().offset(), "", true));
        }
        cursor.accept(";");
    }

    private void external(int begin) {
        boolean announced = false;
        while (cursor.isStorage()) {
            announced |= cursor.next().is("extern");
        }
        int known = out.symbols.size();
        TypeRef base = expressions.types().specifier();
        if (cursor.accept(";")) {
            closeTag(known);
            return;
        }
        Declarator first = expressions.types().declarator(base);
        if (!first.name().isName()) {
            recover();
        } else if (cursor.is("(")) {
            function(begin, first);
        } else {
            variables(begin, base, first, announced);
        }
    }

    /** A struct or enum on its own reaches up to its closing brace. */
    private void closeTag(int known) {
        if (known < out.symbols.size()) {
            Symbol tag = out.symbols.get(known);
            out.symbols.set(known, new Symbol(tag.kind(), tag.name(), tag.key(), tag.type(), tag.signature(),
                    tag.documentation(), tag.file(), tag.offset(), tag.begin(), cursor.previous().end(),
                    tag.container(), tag.defining()));
        }
    }

    private void function(int begin, Declarator declarator) {
        int place = out.symbols.size();
        int occurrence = out.occurrences.size();
        out.function(declarator.name().text());
        out.open(cursor.peek().offset());
        expressions.types().parameters();
        int header = cursor.previous().end();
        boolean defined = cursor.is("{");
        body();
        out.close(cursor.previous().end());
        out.function("");
        Symbol symbol = out.declare(declarator.name(), "name:",
                new Form(SymbolKind.FUNCTION, declarator.type(),
                        begin, header, "", defined));
        first(place, occurrence, symbol, cursor.previous().end());
    }

    /** What was declared last comes before what was declared inside of it. */
    private void first(int place, int occurrence, Symbol symbol, int end) {
        out.symbols.removeLast();
        out.symbols.add(place, new Symbol(symbol.kind(), symbol.name(), symbol.key(), symbol.type(),
                symbol.signature(), symbol.documentation(), symbol.file(), symbol.offset(), symbol.begin(),
                end,
                symbol.container(), symbol.defining()));
        out.occurrences.add(occurrence, out.occurrences.removeLast());
    }

    private void variables(int begin, TypeRef base, Declarator first, boolean announced) {
        Declarator one = first;
        while (one.name().isName()) {
            int end = cursor.previous().end();
            out.declare(one.name(), "name:",
                    new Form(SymbolKind.VARIABLE, one.type(), begin, end, "", !announced));
            if (cursor.accept("=")) {
                expressions.initializer();
            }
            if (!cursor.accept(",")) {
                break;
            }
            one = expressions.types().declarator(base);
        }
        cursor.accept(";");
    }

    /** A body in braces, or the semicolon in its place. */
    private void body() {
        if (cursor.accept(";") || !cursor.is("{")) {
            return;
        }
        if (bodies) {
            new BodyReader(cursor, out, expressions).body();
        } else {
            cursor.skipBalanced();
        }
    }
}
