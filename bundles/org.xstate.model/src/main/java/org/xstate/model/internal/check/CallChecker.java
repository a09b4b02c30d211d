package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.ModelPrinter;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Calls of functions and of what the language itself has. */
final class CallChecker {

    private static final Type.Pointer ANYTHING = new Type.Pointer(Type.VOID);
    private static final BigInteger MAX_CHOICES = BigInteger.valueOf(1 << 16);

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;
    private final Conversions conversions;
    private final Settings settings;

    CallChecker(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions, Conversions conversions,
            Settings settings) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
        this.conversions = conversions;
        this.settings = settings;
    }

    Typed check(Expression.Call call) {
        if (Intrinsics.isFunction(call.callee())) {
            int wanted = Intrinsics.arguments(call.callee());
            return counted(call, wanted) ? intrinsic(call) : Typed.unknown(call.span());
        }
        Optional<Symbol> symbol = scope.find(call.callee());
        if (symbol.isEmpty()) {
            diagnostics.add(scope.missing("function", "no-such-function", call.callee(), call.span(), true));
            call.arguments().forEach(expressions::check);
            return Typed.unknown(call.span());
        }
        if (symbol.get() instanceof Symbol.Function function) {
            return counted(call, function.parameters().size())
                    ? function(call, function)
                    : Typed.unknown(call.span());
        }
        if (!(symbol.get() instanceof Symbol.Unknown)) {
            error("not-a-function", call.span(), "'" + call.callee() + "' is not a function");
        }
        return Typed.unknown(call.span());
    }

    private boolean counted(Expression.Call call, int wanted) {
        int given = call.arguments().size();
        if (given != wanted) {
            error("argument-count", call.span(), "'" + call.callee() + "' takes " + wanted + " argument"
                    + (wanted == 1 ? "" : "s") + ", not " + given);
        }
        return given == wanted;
    }

    private Typed function(Expression.Call call, Symbol.Function function) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.add(expressions.valueFor(function.parameters().get(i), call.arguments().get(i)));
        }
        if (function.result() instanceof Type.Void) {
            graph().add(new Step.Call(Optional.empty(), call.callee(), arguments));
            return nothing(call.span());
        }
        Place.Local result = graph().temporary(function.result());
        graph().add(new Step.Call(Optional.of(result), call.callee(), arguments));
        return Typed.of(new Value.Load(result), call.span());
    }

    private GraphBuilder graph() {
        return expressions.body().graph;
    }

    private static Typed nothing(Span span) {
        return Typed.of(new Value.Constant(0, Type.VOID), span);
    }

    private Typed intrinsic(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        Span span = call.span();
        return switch (call.callee()) {
            case "assume", "__VERIFIER_assume" ->
                done(new Step.Assume(expressions.condition(arguments.getFirst())), span);
            case "assert", "__VERIFIER_assert" ->
                done(new Step.Assert(expressions.condition(arguments.getFirst()),
                        ModelPrinter.print(arguments.getFirst())), span);
            case "reach_error" ->
                done(new Step.Assert(new Value.Constant(0, Type.BOOL), "reach_error() is not reached"), span);
            case "choose" -> choose(arguments, span);
            case "choose_from" -> chooseFrom(arguments.getFirst(), span);
            case "__VERIFIER_nondet_bool" -> chosen(BigInteger.ZERO, BigInteger.ONE, Type.BOOL, span);
            case "__VERIFIER_nondet_uchar" -> chosen(BigInteger.ZERO, BigInteger.valueOf(255),
                    Type.Int.unsigned("unsigned char", 8), span);
            case "__VERIFIER_nondet_int", "__VERIFIER_nondet_uint" -> {
                error("unbounded-choice", span,
                        "this choice has no bounds here: assign it to a bit-field, an enum or "
                                + "a range, or use choose(low, high)");
                yield Typed.unknown(span);
            }
            case "__VERIFIER_atomic_begin" -> {
                expressions.body().enterAtomic();
                yield done(new Step.AtomicBegin(), span);
            }
            case "__VERIFIER_atomic_end" -> {
                expressions.body().leaveAtomic();
                yield done(new Step.AtomicEnd(), span);
            }
            case "interleave" -> done(new Step.Interleave(), span);
            case "cover" -> cover(arguments.getFirst(), span);
            case "exists", "forall" -> quantifier(call);
            case "memcpy", "memset" -> memory(call);
            case "kernel_version" -> Typed.number(BigInteger.valueOf(settings.kernel.code()), Type.INT, span);
            case "KERNEL_VERSION" -> version(arguments, span);
            case "BIT", "BIT_ULL" -> expressions.operators().binary(BinaryOperator.SHIFT_LEFT,
                    Typed.number(BigInteger.ONE, Type.UNSIGNED_LONG, span),
                    expressions.value(arguments.getFirst()), span);
            case "ARRAY_SIZE" -> arraySize(arguments.getFirst(), span);
            case "READ_ONCE" -> expressions.value(arguments.getFirst());
            case "likely", "unlikely" -> Typed.of(expressions.condition(arguments.getFirst()), span);
            case "WRITE_ONCE" -> write(expressions.check(arguments.getFirst()), arguments.get(1), span);
            case "smp_processor_id" -> Typed.of(new Value.ThisCpu(), span);
            default -> perCpu(call);
        };
    }

    private Typed done(Step step, Span span) {
        graph().add(step);
        return nothing(span);
    }

    private Typed choose(List<Expression> bounds, Span span) {
        Optional<BigInteger> low = expressions.constant(bounds.getFirst());
        Optional<BigInteger> high = expressions.constant(bounds.getLast());
        if (low.isEmpty() || high.isEmpty()) {
            return Typed.unknown(span);
        }
        if (low.get().compareTo(high.get()) > 0 || !Type.INT.contains(low.get())
                || !Type.INT.contains(high.get())) {
            error("bad-range", span, "choose(" + low.get() + ", " + high.get()
                    + ") has no values, or some that an int has not");
            return Typed.unknown(span);
        }
        return chosen(low.get(), high.get(), Type.Int.range(low.get(), high.get()), span);
    }

    private Typed chosen(BigInteger low, BigInteger high, Type type, Span span) {
        if (high.subtract(low).compareTo(MAX_CHOICES) >= 0) {
            error("unbounded-choice", span, "a choice among " + high.subtract(low).add(BigInteger.ONE)
                    + " values is too wide; at most " + MAX_CHOICES);
            return Typed.unknown(span);
        }
        Place.Local place = graph().temporary(type);
        graph().add(new Step.Choose(place, low.longValue(), high.longValue()));
        return Typed.of(new Value.Load(place), span);
    }

    boolean isAnyNumber(Expression.Call call) {
        return call.arguments().isEmpty() && List.of("__VERIFIER_nondet_int", "__VERIFIER_nondet_uint")
                .contains(call.callee());
    }

    /** Any value of the type that it is assigned to. */
    Value anyOf(Type type, Expression.Call call) {
        boolean bounded = type instanceof Type.Bool || type instanceof Type.Enumeration
                || type instanceof Type.Int integer && (integer.isBounded() || integer.bits() == 8);
        if (!bounded) {
            return expressions.value(call).value();
        }
        Typed any = chosen(Integers.min(type), Integers.max(type), type, call.span());
        if (type instanceof Type.Enumeration enumeration) {
            Value holds = enumeration.constants().stream()
                    .<Value>map(one -> new Value.Binary(BinaryOperator.EQUAL,
                            Conversions.converted(any.value(), Type.INT),
                            new Value.Constant(one.value().longValue(), Type.INT), Type.BOOL))
                    .reduce((a, b) -> new Value.Binary(BinaryOperator.LOGICAL_OR, a, b, Type.BOOL))
                    .orElseThrow();
            graph().add(new Step.Assume(holds));
        }
        return any.value();
    }

    private Optional<Symbol.Pool> pool(Expression expression) {
        Optional<Symbol> symbol = expression instanceof Expression.Name name
                ? scope.find(name.name())
                : Optional.empty();
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Pool pool) {
            return Optional.of(pool);
        }
        error("type-mismatch", expression.span(), "expected the name of a pool");
        return Optional.empty();
    }

    private Typed chooseFrom(Expression argument, Span span) {
        return pool(argument).map(pool -> {
            Place.Local place = graph().temporary(new Type.Pointer(pool.type()));
            graph().add(new Step.ChooseObject(place, pool.name()));
            return Typed.of(new Value.Load(place), span);
        }).orElse(Typed.unknown(span));
    }

    private Typed cover(Expression argument, Span span) {
        if (argument instanceof Expression.Text text) {
            return done(new Step.Cover(text.value()), span);
        }
        error("type-mismatch", argument.span(), "expected a string");
        return Typed.unknown(span);
    }

    private Typed quantifier(Expression.Call call) {
        Optional<Symbol.Pool> pool = pool(call.arguments().get(1));
        if (!(call.arguments().getFirst() instanceof Expression.Name name)) {
            error("syntax", call.arguments().getFirst().span(), "expected a name for the object");
            return Typed.unknown(call.span());
        }
        if (pool.isEmpty()) {
            return Typed.unknown(call.span());
        }
        Body body = expressions.body();
        Place.Local object = graph().local(name.name(), new Type.Pointer(pool.get().type()));
        int size = graph().size();
        scope.enter();
        scope.declare(name.name(), new Symbol.Variable(object, true, false, name.span()));
        body.enterAtomic();
        Value condition = expressions.condition(call.arguments().get(2));
        body.leaveAtomic();
        scope.leave();
        if (graph().size() != size) {
            graph().truncate(size);
            error("not-simple", call.arguments().get(2).span(),
                    "the condition of " + call.callee() + " can neither call nor choose");
        }
        return Typed.of(
                new Value.Quantifier(call.callee().equals("forall"), object, pool.get().name(), condition),
                call.span());
    }

    private Typed memory(Expression.Call call) {
        boolean copy = call.callee().equals("memcpy");
        Value to = pointer(call.arguments().getFirst());
        Value second = copy
                ? pointer(call.arguments().get(1))
                : expressions.valueFor(Type.INT, call.arguments().get(1));
        Value size = expressions.valueFor(Type.Int.unsigned("size_t", 64), call.arguments().get(2));
        return done(copy ? new Step.Copy(to, second, size) : new Step.Fill(to, second, size), call.span());
    }

    private Value pointer(Expression expression) {
        Typed typed = expressions.value(expression);
        if (typed.known() && (!(typed.type() instanceof Type.Pointer) || scope.isPooled(typed.type()))) {
            error("type-mismatch", typed.span(),
                    "expected a pointer to memory, found '" + typed.type().text() + "'");
        }
        return typed.type() instanceof Type.Pointer
                ? new Value.Convert(typed.value(), ANYTHING)
                : new Value.Constant(0, ANYTHING);
    }

    private Typed version(List<Expression> parts, Span span) {
        long code = 0;
        for (int i = 0; i < 3; i++) {
            Optional<BigInteger> part = expressions.constant(parts.get(i));
            if (part.isEmpty()) {
                return Typed.unknown(span);
            }
            if (part.get().signum() < 0 || part.get().bitLength() > 8) {
                error("out-of-range", parts.get(i).span(), "a part of a kernel version is 0 to 255");
                return Typed.unknown(span);
            }
            code = code * 256 + part.get().intValue();
        }
        return Typed.number(BigInteger.valueOf(code), Type.INT, span);
    }

    private Typed arraySize(Expression argument, Span span) {
        Typed typed = expressions.check(argument);
        if (typed.known() && typed.type() instanceof Type.Array array) {
            return Typed.number(BigInteger.valueOf(array.length()), Type.UNSIGNED_LONG, span);
        }
        if (typed.known()) {
            error("not-an-array", argument.span(), "'" + typed.type().text() + "' is not an array");
        }
        return Typed.unknown(span);
    }

    private Typed write(Typed target, Expression source, Span span) {
        Value value = expressions.valueFor(target.type(), source);
        if (!target.known()) {
            return target;
        }
        if (target.place().isEmpty()) {
            error("not-assignable", target.span(), "this cannot be assigned to");
            return Typed.unknown(span);
        }
        return done(new Step.Assign(target.place().get(), value), span);
    }

    private Typed perCpu(Expression.Call call) {
        Expression first = call.arguments().getFirst();
        return switch (call.callee()) {
            case "this_cpu_read" -> expressions.loaded(expressions.perCpu(first));
            case "this_cpu_write" -> write(expressions.perCpu(first), call.arguments().get(1), call.span());
            case "this_cpu_ptr" -> expressions.perCpu(first);
            default -> {
                Typed variable = expressions.perCpu(first);
                Value cpu = expressions.valueFor(Type.CPU, call.arguments().get(1));
                yield variable.known() && variable.place().isPresent()
                        ? ExpressionChecker.at(on(variable.place().get(), cpu), call.span())
                        : Typed.unknown(call.span());
            }
        };
    }

    private static Place on(Place place, Value cpu) {
        return switch (place) {
            case Place.PerCpu one -> new Place.PerCpu(one.name(), Optional.of(cpu), one.type());
            case Place.Element element ->
                new Place.Element(on(element.array(), cpu), element.index(), element.type());
            case Place.Field field -> new Place.Field(on(field.struct(), cpu), field.member(), field.type());
            default -> place;
        };
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
