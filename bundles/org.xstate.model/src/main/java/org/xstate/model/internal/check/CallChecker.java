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
    private final Quantifiers quantifiers;

    CallChecker(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions, Conversions conversions,
            Settings settings) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
        this.conversions = conversions;
        this.settings = settings;
        this.quantifiers = new Quantifiers(scope, diagnostics, expressions, settings.cpus());
    }

    Quantifiers quantifiers() {
        return quantifiers;
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
        return expressions.library().emit(function, arguments, call.span());
    }

    /** Whether a function is one step by its name, as in the conventions of SV-COMP. */
    static boolean isAtomic(String function) {
        return function.startsWith("__VERIFIER_atomic_");
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
            case "assume", "__VERIFIER_assume" -> assume(arguments.getFirst(), span);
            case "assert", "__VERIFIER_assert" ->
                done(new Step.Assert(expressions.condition(arguments.getFirst()),
                        ModelPrinter.print(arguments.getFirst())), span);
            case "expect" -> done(new Step.Expect(expressions.condition(arguments.getFirst()),
                    ModelPrinter.print(arguments.getFirst())), span);
            case "require" -> require(arguments, span);
            case "reach_error" ->
                done(new Step.Assert(new Value.Constant(0, Type.BOOL), "reach_error() is not reached"), span);
            case "choose" -> choose(arguments, span);
            case "choose_from" -> quantifiers.chooseFrom(arguments.getFirst(), span);
            case "choose_cpu" -> quantifiers.chooseCpu(span);
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
            case "exists", "forall" -> quantifiers.quantifier(call);
            case "buffer_of", "offset_of" -> place(call);
            case "memcpy", "memset" -> memory(call);
            case "kernel_version" ->
                Typed.number(BigInteger.valueOf(settings.kernel().code()), Type.INT, span);
            case "KERNEL_VERSION" -> version(arguments, span);
            case "BIT", "BIT_ULL" -> expressions.operators().binary(BinaryOperator.SHIFT_LEFT,
                    Typed.number(BigInteger.ONE, Type.UNSIGNED_LONG, span),
                    expressions.value(arguments.getFirst()), span);
            case "ARRAY_SIZE" -> arraySize(arguments.getFirst(), span);
            case "READ_ONCE" -> expressions.value(arguments.getFirst());
            case "likely", "unlikely" -> Typed.of(expressions.condition(arguments.getFirst()), span);
            case "WRITE_ONCE" -> write(expressions.check(arguments.getFirst()), arguments.get(1), span);
            case "cpu" -> cpu(arguments.getFirst(), span);
            case "smp_processor_id" -> Typed.of(new Value.ThisCpu(), span);
            default -> perCpu(call);
        };
    }

    /** One node reads all that the condition needs, as often as it is asked; a condition with calls is split before it. */
    private Typed assume(Expression argument, Span span) {
        Body body = expressions.body();
        GraphBuilder.Mark mark = graph().mark();
        body.enterAtomic();
        Value whole = expressions.condition(argument);
        body.leaveAtomic();
        if (graph().size() == mark.nodes()) {
            return done(new Step.Assume(whole), span);
        }
        graph().rewind(mark);
        return done(new Step.Assume(expressions.condition(argument)), span);
    }

    /** A CPU by number: which one does what at the start. */
    private Typed cpu(Expression argument, Span span) {
        expressions.body().numberCpu(span);
        Typed number = expressions.value(argument);
        if (!number.known()) {
            return number;
        }
        if (!Integers.isInteger(number.type())) {
            error("type-mismatch", number.span(),
                    "expected an integer, found '" + number.type().text() + "'");
            return Typed.unknown(span);
        }
        Optional<BigInteger> constant = number.constant();
        if (constant.isPresent() && (constant.get().signum() < 0
                || constant.get().compareTo(BigInteger.valueOf(settings.cpus())) >= 0)) {
            error("out-of-range", number.span(),
                    "there is no CPU " + constant.get() + ": NR_CPUS is " + settings.cpus());
            return Typed.unknown(span);
        }
        return Typed.of(constant.<Value>map(one -> new Value.Constant(one.longValue(), Type.CPU))
                .orElseGet(
                        () -> new Value.Convert(Conversions.converted(number.value(), Type.INT), Type.CPU)),
                span);
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

    private Typed cover(Expression argument, Span span) {
        if (argument instanceof Expression.Text text) {
            return done(new Step.Cover(text.value()), span);
        }
        error("type-mismatch", argument.span(), "expected a string");
        return Typed.unknown(span);
    }

    private Typed memory(Expression.Call call) {
        List<Typed> arguments = call.arguments().stream().map(expressions::value).toList();
        return arguments.stream().allMatch(Typed::known)
                ? expressions.library().call("xstate_" + call.callee(), arguments, "'" + call.callee() + "'",
                        call.span())
                : Typed.unknown(call.span());
    }

    /** {@code buffer_of(p)}, {@code offset_of(p)}. */
    private Typed place(Expression.Call call) {
        Typed place = expressions.value(call.arguments().getFirst());
        if (!place.known()) {
            return place;
        }
        if (scope.buffer.isEmpty()) {
            error("no-buffer", call.span(), "no struct is declared as the buffer: 'buffer(struct ...);'");
            return Typed.unknown(call.span());
        }
        if (!scope.isPlace(place.type())) {
            error("type-mismatch", place.span(),
                    "expected a place in a buffer, found '" + place.type().text() + "'");
            return Typed.unknown(call.span());
        }
        Value value = new Value.Convert(place.value(), ANYTHING);
        return Typed.of(call.callee().equals("buffer_of")
                ? new Value.BufferOf(value, new Type.Pointer(new Type.Struct(scope.buffer.get())))
                : new Value.OffsetOf(value), call.span());
    }

    private Typed require(List<Expression> arguments, Span span) {
        if (!(arguments.getFirst() instanceof Expression.Name name)) {
            error("type-mismatch", arguments.getFirst().span(), "expected the name of a property");
            return Typed.unknown(span);
        }
        return done(new Step.Require(name.name(), expressions.condition(arguments.getLast()),
                ModelPrinter.print(arguments.getLast())), span);
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
        expressions.store(target, value);
        return nothing(span);
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
