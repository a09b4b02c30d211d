package org.xstate.model.index;

import java.util.Optional;

import org.xstate.model.index.Occurrence.Use;
import org.xstate.model.index.Recorder.Form;

/** Reads types and declarators. */
final class TypeReader {

    private final Cursor cursor;
    private final Recorder out;
    private final ExpressionReader expressions;

    TypeReader(Cursor cursor, Recorder out, ExpressionReader expressions) {
        this.cursor = cursor;
        this.out = out;
        this.expressions = expressions;
    }

    /** A declared name with what its declarator adds to the type. */
    record Declarator(SourceToken name, TypeRef type) {
    }

    /** Whether a type begins here: by its words, or by a name of which it is known, or that two names in a row cannot be. */
    boolean isNext() {
        SourceToken token = cursor.peek();
        if (cursor.beginsType() || token.is("const")) {
            return true;
        }
        if (!token.isName() || out.visible(token.text()).isPresent()) {
            return false;
        }
        return out.names.isType(token.text()) || cursor.peek(1).isName();
    }

    /** Where nothing but a type can stand. */
    TypeRef specifier() {
        while (cursor.accept("const")) {
            continue;
        }
        if (cursor.is("struct") || cursor.is("enum")) {
            return tagged();
        }
        if (cursor.is("range") && cursor.peek(1).is("(")) {
            cursor.next();
            expressions.parenthesised();
            return TypeRef.of("int");
        }
        if (cursor.beginsType()) {
            StringBuilder words = new StringBuilder(cursor.next().text());
            while (cursor.beginsType() && !cursor.is("struct") && !cursor.is("enum")) {
                words.append(' ').append(cursor.next().text());
            }
            return TypeRef.of(words.toString());
        }
        if (cursor.peek().isName()) {
            SourceToken name = cursor.next();
            if (!Words.TYPES.contains(name.text())) {
                out.use(name, out.names.key("type:" + name.text()), Use.READ);
            }
            return TypeRef.of(name.text());
        }
        return TypeRef.UNKNOWN;
    }

    private TypeRef tagged() {
        SourceToken word = cursor.next();
        Optional<SourceToken> tag = cursor.peek().isName() ? Optional.of(cursor.next()) : Optional.empty();
        String name = word.text() + " " + tag.map(SourceToken::text).orElse("@" + word.offset());
        if (!cursor.is("{")) {
            boolean announced = cursor.is(";") && out.names.tag(name).isEmpty();
            tag.ifPresent(token -> {
                if (announced) {
                    declare(word, token, false);
                } else {
                    out.use(token, out.names.tag(name), Use.READ);
                }
            });
            return TypeRef.of(name);
        }
        tag.ifPresent(token -> declare(word, token, true));
        cursor.next();
        while (!cursor.atEnd() && !cursor.is("}") && !cursor.beginsItem()) {
            int before = cursor.position();
            if (word.is("struct")) {
                member(name);
            } else {
                enumerator(name);
            }
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        cursor.accept("}");
        return TypeRef.of(name);
    }

    private void declare(SourceToken word, SourceToken tag, boolean defining) {
        SymbolKind kind = word.is("struct") ? SymbolKind.STRUCT : SymbolKind.ENUM;
        out.declare(tag, word.text() + " ", new Form(kind, TypeRef.of(word.text() + " " + tag.text()),
                word.offset(), tag.end(), "", defining));
    }

    private void member(String struct) {
        int begin = cursor.peek().offset();
        TypeRef base = specifier();
        do {
            Declarator one = declarator(base);
            if (one.name().isName()) {
                out.declare(one.name(), "member:" + struct + ".",
                        new Form(SymbolKind.MEMBER, one.type(), begin, cursor.peek().offset(), struct, true));
            }
            if (cursor.accept(":")) {
                expressions.expression();
            }
        } while (cursor.accept(","));
        cursor.accept(";");
    }

    private void enumerator(String type) {
        if (!cursor.peek().isName()) {
            return;
        }
        SourceToken name = cursor.next();
        if (cursor.accept("=")) {
            expressions.expression();
        }
        out.declare(name, "name:", new Form(SymbolKind.ENUM_CONSTANT, TypeRef.of(type), name.offset(),
                cursor.peek().offset(), type, true));
        cursor.accept(",");
    }

    /** Pointers, a name, dimensions; what is not there is left out. */
    Declarator declarator(TypeRef base) {
        int pointers = pointers();
        SourceToken name = cursor.peek().isName()
                ? cursor.next()
                : new SourceToken(SourceToken.Kind.UNKNOWN, 0, "");
        int arrays = 0;
        while (cursor.accept("[")) {
            expressions.list("]");
            cursor.accept("]");
            arrays++;
        }
        return new Declarator(name, base.with(pointers, arrays));
    }

    int pointers() {
        int pointers = 0;
        while (cursor.is("*") || cursor.is("const")) {
            pointers += cursor.next().is("*") ? 1 : 0;
        }
        return pointers;
    }

    /** A type without a name, as in a cast. */
    TypeRef name() {
        TypeRef base = specifier();
        return base.with(pointers(), 0);
    }

    /** From the opening parenthesis to the closing one; they are visible in the innermost scope. */
    void parameters() {
        cursor.accept("(");
        while (!cursor.atEnd() && !cursor.is(")") && !cursor.is("{") && !cursor.is(";")
                && !cursor.beginsItem()) {
            int before = cursor.position();
            int begin = cursor.peek().offset();
            TypeRef base = specifier();
            Declarator one = declarator(base);
            if (one.name().isName()) {
                out.local(one.name(), SymbolKind.PARAMETER, one.type(), begin, one.name().end());
            }
            cursor.accept(",");
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        cursor.accept(")");
    }
}
