package org.xstate.model.index;

import java.util.Optional;
import java.util.Set;

import org.xstate.model.index.Occurrence.Use;
import org.xstate.model.index.Recorder.Access;
import org.xstate.model.index.SourceToken.Kind;

/** Reads expressions: what their names mean, and of what type they are as far as that is needed for members. */
final class ExpressionReader {

    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
            "<<=",
            ">>=");
    private static final Set<String> BINARY = Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "<",
            ">",
            "<=", ">=", "==", "!=", "&&", "||", "?");
    private static final Set<String> PREFIX = Set.of("-", "~", "!", "*", "&", "++", "--", "+");
    /** Calls whose value has the type of their first argument. */
    private static final Set<String> LIKE_ARGUMENT = Set.of("this_cpu_read", "this_cpu_ptr", "per_cpu",
            "READ_ONCE",
            "WRITE_ONCE", "this_cpu_write");
    private static final int DEEPEST = 200;

    private final Cursor cursor;
    private final Recorder out;
    private final TypeReader types;
    private int depth;

    ExpressionReader(Cursor cursor, Recorder out) {
        this.cursor = cursor;
        this.out = out;
        this.types = new TypeReader(cursor, out, this);
    }

    TypeReader types() {
        return types;
    }

    /** Up to what cannot belong to it: a comma, a closing bracket, a semicolon. */
    TypeRef expression() {
        if (++depth > DEEPEST) {
            // nobody wrote this: what is inside has no meaning for an editor
            cursor.next();
            depth--;
            return TypeRef.UNKNOWN;
        }
        int first = out.occurrences.size();
        TypeRef type = unary();
        while (true) {
            if (ASSIGNMENTS.contains(cursor.peek().text())) {
                wrote(first);
                cursor.next();
                initializer();
            } else if (cursor.accept("?")) {
                type = expression();
                if (cursor.accept(":")) {
                    expression();
                }
            } else if (BINARY.contains(cursor.peek().text())) {
                cursor.next();
                first = out.occurrences.size();
                unary();
            } else {
                depth--;
                return type;
            }
        }
    }

    /** The member or variable that an assignment goes to: the last name outside of brackets. */
    private void wrote(int first) {
        if (target >= first) {
            out.wrote(target);
        }
    }

    /** The occurrence that the last operand ended with. */
    private int target = -1;

    /** A value, or values in braces. */
    void initializer() {
        if (!cursor.accept("{")) {
            expression();
            return;
        }
        while (!cursor.atEnd() && !cursor.is("}") && !cursor.is(";") && !cursor.beginsItem()) {
            int before = cursor.position();
            if (cursor.accept("[")) {
                list("]");
                cursor.accept("]");
            } else if (cursor.accept(".")) {
                cursor.next();
            }
            cursor.accept("=");
            initializer();
            cursor.accept(",");
            if (cursor.position() == before) {
                cursor.next();
            }
        }
        cursor.accept("}");
    }

    /** Expressions with commas between them, up to a closing mark, which stays. @return the type of the first */
    TypeRef list(String closing) {
        TypeRef first = TypeRef.UNKNOWN;
        for (int i = 0; !cursor.atEnd() && !cursor.is(closing) && !stops(); i++) {
            int before = cursor.position();
            TypeRef one = expression();
            first = i == 0 ? one : first;
            if (!cursor.accept(",") && !cursor.accept("...") && cursor.position() == before) {
                cursor.next();
            }
        }
        return first;
    }

    private boolean stops() {
        return cursor.is(";") || cursor.is("{") || cursor.is("}") || cursor.is(")") || cursor.is("]")
                || cursor.beginsItem();
    }

    /** In parentheses, with them. */
    TypeRef parenthesised() {
        if (!cursor.accept("(")) {
            return TypeRef.UNKNOWN;
        }
        TypeRef type = list(")");
        cursor.accept(")");
        return type;
    }

    private TypeRef unary() {
        int prefixes = 0;
        int from = cursor.position();
        while (PREFIX.contains(cursor.peek().text())) {
            cursor.next();
            prefixes++;
        }
        int first = out.occurrences.size();
        TypeRef type = cursor.is("(") && isCast() ? cast() : cursor.is("sizeof") ? sizeof() : postfix();
        int operand = cursor.position();
        for (int i = prefixes - 1; i >= 0; i--) {
            cursor.back(from + i);
            String prefix = cursor.peek().text();
            type = prefix.equals("*") ? type.element() : prefix.equals("&") ? type.pointer() : type;
            if (prefix.equals("++") || prefix.equals("--")) {
                wrote(first);
            }
        }
        cursor.back(operand);
        return type;
    }

    private boolean isCast() {
        int here = cursor.position();
        cursor.next();
        boolean cast = types.isNext() && !cursor.peek(1).is("(");
        cursor.back(here);
        return cast;
    }

    private TypeRef cast() {
        cursor.next();
        TypeRef type = types.name();
        cursor.accept(")");
        unary();
        return type;
    }

    private TypeRef sizeof() {
        cursor.next();
        if (cursor.is("(") && isCast()) {
            cursor.next();
            types.name();
            cursor.accept(")");
        } else {
            parenthesised();
        }
        return TypeRef.of("size_t");
    }

    private TypeRef postfix() {
        int first = out.occurrences.size();
        TypeRef type = primary();
        while (true) {
            if (cursor.accept("[")) {
                int kept = target;
                list("]");
                cursor.accept("]");
                type = type.element();
                target = kept;
            } else if (cursor.is(".") || cursor.is("->")) {
                type = member(type);
            } else if (cursor.is("++") || cursor.is("--")) {
                wrote(first);
                cursor.next();
            } else {
                return type;
            }
        }
    }

    private TypeRef member(TypeRef before) {
        SourceToken operator = cursor.next();
        TypeRef struct = TypeRef.of(before.base());
        out.accesses.add(new Access(operator.end(), struct));
        boolean nextLine = out.source.line(operator.offset()) < out.source.line(cursor.peek().offset())
                && cursor.peek(1).isName();
        if (!cursor.peek().isName() || nextLine) {
            return TypeRef.UNKNOWN;
        }
        SourceToken name = cursor.next();
        Optional<Symbol> member = out.names.member(struct, name.text());
        out.use(name, member, Use.READ);
        target = out.occurrences.size() - 1;
        return member.map(Symbol::type).map(out.names::resolved).orElse(TypeRef.UNKNOWN);
    }

    private TypeRef primary() {
        SourceToken token = cursor.peek();
        target = -1;
        if (token.is("(")) {
            return parenthesised();
        }
        if (token.isName()) {
            cursor.next();
            return cursor.is("(") ? call(token) : variable(token);
        }
        if (token.kind() == Kind.NUMBER || token.kind() == Kind.STRING || token.kind() == Kind.UNKNOWN) {
            cursor.next();
        }
        return TypeRef.UNKNOWN;
    }

    private TypeRef variable(SourceToken name) {
        Optional<Symbol> meant = out.visible(name.text()).or(() -> out.names.name(name.text()));
        if (meant.isEmpty() && Intrinsic.find(name.text()).isPresent()) {
            return name.is("current") ? TypeRef.of("struct task_struct").pointer() : TypeRef.UNKNOWN;
        }
        out.use(name, meant, Use.READ);
        target = out.occurrences.size() - 1;
        return meant.map(Symbol::type).map(out.names::resolved).orElse(TypeRef.UNKNOWN);
    }

    private TypeRef call(SourceToken name) {
        Optional<Symbol> function = out.names.name(name.text());
        if (function.isPresent() || Intrinsic.find(name.text()).isEmpty()) {
            out.use(name, function, Use.CALL);
            parenthesised();
            target = -1;
            return function.map(Symbol::type).map(out.names::resolved).orElse(TypeRef.UNKNOWN);
        }
        if (name.is("exists") || name.is("forall")) {
            return quantifier();
        }
        if (name.is("require")) {
            return requirement();
        }
        int first = out.occurrences.size();
        TypeRef argument = parenthesised();
        if (name.text().endsWith("_write") || name.is("WRITE_ONCE")) {
            if (first < out.occurrences.size()) {
                out.wrote(first);
            }
        }
        if (name.is("choose_from")) {
            return argument.element().pointer();
        }
        if (name.is("buffer_of")) {
            return out.names.key("buffer:").map(Symbol::type).orElse(TypeRef.UNKNOWN).pointer();
        }
        if (name.is("per_cpu") && first < out.occurrences.size()) {
            target = first;
        }
        return LIKE_ARGUMENT.contains(name.text()) ? argument : TypeRef.UNKNOWN;
    }

    /** {@code exists(o, pool, condition)}: the first name is declared by it. */
    private TypeRef quantifier() {
        int begin = cursor.peek().offset();
        cursor.accept("(");
        SourceToken name = cursor.peek();
        if (!name.isName()) {
            cursor.back(cursor.position() - 1);
            return parenthesised();
        }
        cursor.next();
        cursor.accept(",");
        TypeRef pool = cursor.is("cpus") ? TypeRef.of("cpu_t") : TypeRef.UNKNOWN;
        if (cursor.is("cpus")) {
            cursor.next();
        } else {
            pool = expression().element().pointer();
        }
        out.open(begin);
        out.local(name, SymbolKind.LOCAL, pool, name.offset(), name.end());
        cursor.accept(",");
        list(")");
        out.close(cursor.peek().end());
        cursor.accept(")");
        return TypeRef.of("bool");
    }

    private TypeRef requirement() {
        cursor.accept("(");
        if (cursor.peek().isName() && (cursor.peek(1).is(",") || cursor.peek(1).is(")"))) {
            SourceToken name = cursor.next();
            out.use(name, property(name.text()), Use.READ);
            cursor.accept(",");
        }
        list(")");
        cursor.accept(")");
        return TypeRef.UNKNOWN;
    }

    /** A property of the scenario, or one of all. */
    Optional<Symbol> property(String name) {
        return out.names.key("property:" + out.scenario() + "." + name)
                .or(() -> out.names.key("property:." + name));
    }
}
