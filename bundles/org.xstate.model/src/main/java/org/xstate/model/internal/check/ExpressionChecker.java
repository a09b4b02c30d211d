package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Names, types and order of evaluation of expressions. */
final class ExpressionChecker {

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Operators operators;
    private final Conversions conversions;
    private final CallChecker calls;
    private final TypeResolver types;
    private final Branching branching;
    private final Predefined predefined;
    private final Library library;
    private Body body;
    private int perCpu;

    ExpressionChecker(Scope scope, Diagnostics diagnostics, Settings settings) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.conversions = new Conversions(scope, diagnostics);
        this.operators = new Operators(scope, diagnostics);
        this.types = new TypeResolver(scope, diagnostics, this);
        this.branching = new Branching(this);
        this.calls = new CallChecker(scope, diagnostics, this, conversions, settings);
        this.predefined = new Predefined(scope, diagnostics, settings);
        this.library = new Library(scope, diagnostics, this);
        this.body = new Body("", Type.VOID, new Span("", 1, 1, 1), true);
    }

    TypeResolver types() {
        return types;
    }

    Operators operators() {
        return operators;
    }

    Conversions conversions() {
        return conversions;
    }

    Quantifiers quantifiers() {
        return calls.quantifiers();
    }

    Predefined predefined() {
        return predefined;
    }

    Library library() {
        return library;
    }

    Body body() {
        return body;
    }

    /** From now on, effects go to this body; gives the one before. */
    Body enter(Body next) {
        Body before = body;
        body = next;
        return before;
    }

    /** The number that an expression is known to be; if it is not, that is an error. */
    Optional<BigInteger> constant(Expression expression) {
        Body before = enter(new Body("", Type.VOID, expression.span(), true));
        Typed typed = value(expression);
        enter(before);
        if (typed.known() && typed.constant().isEmpty()) {
            Diagnostic diagnostic = Diagnostic.error("not-constant", expression.span(),
                    "expected a constant");
            diagnostics.add(expression instanceof Expression.Name name && scope.open.contains(name.name())
                    ? diagnostic.note("the knob '" + name.name() + "' is left open here")
                    : diagnostic);
        }
        return typed.known() ? typed.constant() : Optional.empty();
    }

    /** A value, loaded; struct values and arrays stay where they are. */
    Typed value(Expression expression) {
        return loaded(check(expression));
    }

    Typed loaded(Typed typed) {
        if (typed.known() && typed.type() instanceof Type.Void) {
            error("no-value", typed.span(), "this function returns nothing");
            return Typed.unknown(typed.span());
        }
        if (typed.known()) {
            typed.place().flatMap(Assigned::slot).ifPresent(slot -> body.graph.read(slot, typed.span()));
        }
        if (typed.place().isPresent() && library.isPart(typed.place().get())) {
            return library.read(typed.place().get(), typed.span());
        }
        if (typed.place().isPresent() && isWholeComponent(typed)) {
            return Typed.unknown(typed.span());
        }
        if (typed.place().isEmpty() || !body.isSplit() || !isShared(typed.place().get())
                || typed.type() instanceof Type.Array) {
            return typed;
        }
        Place.Local temporary = body.graph.temporary(typed.type());
        body.graph.add(new Step.Assign(temporary, typed.value()));
        return Typed.of(new Value.Load(temporary), typed.span());
    }

    /** What a pointer to a component points to has parts, but is no value: they may not be one behind the other. */
    private boolean isWholeComponent(Typed typed) {
        boolean whole = typed.place().orElseThrow() instanceof Place.Target
                && typed.type() instanceof Type.Struct struct
                && scope.components.containsKey(struct.name());
        if (whole) {
            error("whole-component", typed.span(),
                    "a component in a buffer is read and written part by part");
        }
        return whole;
    }

    /** Writes to a place. */
    void store(Typed target, Value value) {
        Place place = target.place().orElseThrow();
        if (library.isPart(place)) {
            library.write(place, value, target.span());
        } else if (!isWholeComponent(target)) {
            body.graph.add(new Step.Assign(place, value));
        }
    }

    /** A value that is about to be assigned to something of that type. */
    Value valueFor(Type type, Expression expression) {
        if (expression instanceof Expression.Call call && calls.isAnyNumber(call)) {
            return calls.anyOf(type, call);
        }
        return conversions.assigned(value(expression), type);
    }

    boolean isShared(Place place) {
        return switch (place) {
            case Place.Local _ -> false;
            case Place.Global global -> !scope.unshared.contains(global.name());
            case Place.PerCpu _ -> true;
            case Place.Element element -> isShared(element.array());
            case Place.Field field -> isShared(field.struct());
            case Place.Target _ -> true;
        };
    }

    Typed check(Expression expression) {
        Span span = expression.span();
        return switch (expression) {
            case Expression.Number number -> Typed.number(number.value(), literal(number), span);
            case Expression.Text _ -> {
                error("misplaced-string", span, "a string can only name something, as in cover(\"name\")");
                yield Typed.unknown(span);
            }
            case Expression.Name name -> name(name);
            case Expression.Call call -> calls.check(call);
            case Expression.Index index -> index(index);
            case Expression.Member member -> member(member);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary when binary.operator().isLogical() -> branching.logical(binary);
            case Expression.Binary binary ->
                operators.binary(binary.operator(), value(binary.left()), value(binary.right()), span);
            case Expression.Conditional choice -> branching.choice(choice);
            case Expression.Cast cast -> {
                Type type = types.resolve(cast.type());
                yield conversions.cast(value(cast.operand()), type, span);
            }
            case Expression.SizeOf size -> sizeOf(types.resolve(size.type()), span);
        };
    }

    private Typed sizeOf(Type type, Span span) {
        if (type instanceof Type.Struct struct && scope.components.containsKey(struct.name())) {
            return library.size(struct, span);
        }
        return new Sizes(scope, diagnostics).of(type, span)
                .map(bytes -> Typed.number(BigInteger.valueOf(bytes), Type.UNSIGNED_LONG, span))
                .orElse(Typed.unknown(span));
    }

    /** The first of the types of C in which a constant fits. */
    private static Type.Int literal(Expression.Number number) {
        String suffix = number.text().toLowerCase(java.util.Locale.ROOT).replaceAll("^(0x[0-9a-f]*|[0-9]*)",
                "");
        boolean hex = number.text().startsWith("0");
        boolean unsigned = suffix.contains("u");
        boolean wide = suffix.contains("l");
        if (!wide && !unsigned && Type.INT.contains(number.value())) {
            return Type.INT;
        }
        if (!wide && (unsigned || hex) && Type.UNSIGNED.contains(number.value())) {
            return Type.UNSIGNED;
        }
        return !unsigned && Type.LONG.contains(number.value()) ? Type.LONG : Type.UNSIGNED_LONG;
    }

    private Typed name(Expression.Name name) {
        Span span = name.span();
        switch (name.name()) {
            case "true" -> {
                return Typed.number(BigInteger.ONE, Type.BOOL, span);
            }
            case "false" -> {
                return Typed.number(BigInteger.ZERO, Type.BOOL, span);
            }
            case "NULL" -> {
                return Typed.of(new Value.Constant(0, new Type.Pointer(Type.VOID)), span);
            }
            case "NO_CPU" -> {
                return Typed.of(new Value.Constant(-1, Type.CPU), span);
            }
            case "current" -> {
                return Typed.of(new Value.Current(new Type.Pointer(new Type.Struct("task_struct"))), span);
            }
            default -> {
                return predefined.find(name.name(), span)
                        .or(() -> scope.find(name.name()).map(symbol -> symbol(symbol, name)))
                        .orElseGet(() -> {
                            diagnostics.add(scope.missing("name", "no-such-name", name.name(), span, false));
                            return Typed.unknown(span);
                        });
            }
        }
    }

    private Typed symbol(Symbol symbol, Expression.Name name) {
        Span span = name.span();
        return switch (symbol) {
            case Symbol.Constant constant -> Typed.of(constant.value(), span);
            case Symbol.Variable variable -> {
                if (variable.place() instanceof Place.PerCpu && perCpu == 0) {
                    error("per-cpu", span,
                            "'" + name.name() + "' is per CPU: use this_cpu_read, this_cpu_write, "
                                    + "this_cpu_ptr or per_cpu");
                    yield Typed.unknown(span);
                }
                yield at(variable.place(), span);
            }
            case Symbol.Pool pool ->
                at(new Place.Global(pool.name(), new Type.Array(pool.type(), pool.size())), span);
            case Symbol.Function _ -> {
                error("not-a-value", span,
                        "'" + name.name() + "' is a function; model C has no pointers to functions");
                yield Typed.unknown(span);
            }
            case Symbol.Unknown _ -> Typed.unknown(span);
        };
    }

    /** What a per-CPU accessor names. */
    Typed perCpu(Expression expression) {
        perCpu++;
        Typed typed = check(expression);
        perCpu--;
        return typed;
    }

    static Typed at(Place place, Span span) {
        return new Typed(new Value.Load(place), span, Optional.of(place), true);
    }

    private Typed index(Expression.Index index) {
        Typed array = check(index.array());
        Typed at = value(index.index());
        if (!array.known() || !at.known()) {
            return Typed.unknown(index.span());
        }
        if (!(array.type() instanceof Type.Array type) || array.place().isEmpty()) {
            error("not-an-array", array.span(), "'" + array.type().text() + "' is not an array");
            return Typed.unknown(index.span());
        }
        if (!Integers.isInteger(at.type())) {
            error("type-mismatch", at.span(),
                    "expected an integer as index, found '" + at.type().text() + "'");
            return Typed.unknown(index.span());
        }
        Optional<BigInteger> constant = at.constant();
        boolean outside = constant
                .map(n -> n.signum() < 0 || n.compareTo(BigInteger.valueOf(type.length())) >= 0)
                .orElse(false);
        if (outside) {
            error("out-of-range", at.span(),
                    "index " + constant.get() + " is outside of '" + type.text() + "' (0 to "
                            + (type.length() - 1) + ")");
            return Typed.unknown(index.span());
        }
        return at(new Place.Element(array.place().get(), at.value(), type.element()), index.span());
    }

    private Typed member(Expression.Member member) {
        Typed object = member.arrow() ? value(member.object()) : check(member.object());
        if (!object.known()) {
            return object;
        }
        Type type = object.type();
        if (type instanceof Type.Pointer != member.arrow() && (type instanceof Type.Struct || member.arrow()
                || type instanceof Type.Pointer(Type.Struct _))) {
            String wanted = member.arrow() ? "." : "->";
            diagnostics.add(Diagnostic.error("type-mismatch", member.span(), "'" + type.text() + "' is "
                    + (member.arrow() ? "not a pointer" : "a pointer"))
                    .suggest("did you mean '" + wanted + "'?"));
            return Typed.unknown(member.span());
        }
        Type target = type instanceof Type.Pointer pointer ? pointer.target() : type;
        if (!(target instanceof Type.Struct struct)) {
            error("no-such-member", member.span(), "'" + target.text() + "' has no members");
            return Typed.unknown(member.span());
        }
        Program.Struct known = scope.structs.get(struct.name());
        if (known == null) {
            error("incomplete-type", member.span(), "'" + struct.text() + "' has no members yet");
            return Typed.unknown(member.span());
        }
        Optional<Program.Member> found = known.member(member.member());
        if (found.isEmpty()) {
            Diagnostic diagnostic = Diagnostic.error("no-such-member", member.span(),
                    "'" + struct.text() + "' has no member '" + member.member() + "'");
            diagnostics.add(org.xstate.model.internal.Nearest
                    .to(member.member(), known.members().stream().map(Program.Member::name).toList())
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            return Typed.unknown(member.span());
        }
        Place place = member.arrow()
                ? new Place.Target(object.value(), target)
                : object.place().orElseGet(() -> {
                    Place.Local temporary = body.graph.temporary(target);
                    body.graph.add(new Step.Assign(temporary, object.value()));
                    return temporary;
                });
        return at(new Place.Field(place, member.member(), found.get().type()), member.span());
    }

    private Typed address(Expression.Unary unary) {
        Typed operand = check(unary.operand());
        if (!operand.known()) {
            return operand;
        }
        Type.Pointer type = new Type.Pointer(operand.type());
        Optional<String> reason = operand.place().isEmpty()
                ? Optional.of("only what is kept somewhere has an address")
                : noAddress(operand.place().get(), type);
        if (reason.isPresent()) {
            error("no-address", unary.span(), reason.get());
            return Typed.unknown(unary.span());
        }
        return Typed.of(new Value.Address(operand.place().get(), type), unary.span());
    }

    private Optional<String> noAddress(Place place, Type.Pointer type) {
        if (library.isPart(place)) {
            return Optional.of("a part of a component has no address of its own");
        }
        if (scope.isPlace(type)) {
            return Optional.of("a '" + type.text() + "' is a place in a buffer, and this is in none");
        }
        if (type.target() instanceof Type.Array) {
            return Optional.of("an array has no address; its elements have");
        }
        Place root = place;
        while (root instanceof Place.Element || root instanceof Place.Field) {
            root = root instanceof Place.Element element ? element.array() : ((Place.Field) root).struct();
        }
        return root instanceof Place.Local
                ? Optional.of("a local variable has no address in model C")
                : root instanceof Place.Global global && scope.constants.contains(global.name())
                        ? Optional.of("a constant has no address in model C")
                        : Optional.empty();
    }

    private Typed unary(Expression.Unary unary) {
        Span span = unary.span();
        return switch (unary.operator()) {
            case ADDRESS -> address(unary);
            case DEREFERENCE -> {
                Typed operand = value(unary.operand());
                if (!operand.known()) {
                    yield operand;
                }
                if (operand.type() instanceof Type.Pointer pointer && (!scope.isPlace(pointer)
                        || pointer.target() instanceof Type.Struct)) {
                    yield at(new Place.Target(operand.value(), pointer.target()), span);
                }
                error("type-mismatch", span, "'" + operand.type().text() + "' does not point to a value");
                yield Typed.unknown(span);
            }
            case NOT -> {
                Value condition = condition(unary.operand());
                yield Typed.of(condition instanceof Value.Constant constant
                        ? new Value.Constant(1 - constant.bits(), Type.BOOL)
                        : new Value.Unary(unary.operator(), condition, Type.BOOL), span);
            }
            case MINUS, COMPLEMENT -> operators.unary(unary.operator(), value(unary.operand()), span);
        };
    }

    /** A condition: integers and pointers are true if they are not zero. */
    Value condition(Expression expression) {
        Typed typed = value(expression);
        boolean pointer = typed.type() instanceof Type.Pointer;
        if (typed.known() && !pointer && !Integers.isInteger(typed.type())) {
            error("type-mismatch", typed.span(), "expected a condition, found '" + typed.type().text() + "'");
            return new Value.Load(body.graph.temporary(Type.BOOL));
        }
        if (!typed.known()) {
            return new Value.Load(body.graph.temporary(Type.BOOL));
        }
        if (pointer && typed.value() instanceof Value.Constant constant) {
            return new Value.Constant(constant.bits() == 0 ? 0 : 1, Type.BOOL);
        }
        return Conversions.truth(typed.value());
    }

    void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
