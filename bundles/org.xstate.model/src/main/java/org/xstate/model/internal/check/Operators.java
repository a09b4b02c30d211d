package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.UnaryOperator;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** What operators do to types and to constants. */
final class Operators {

    private final Scope scope;
    private final Diagnostics diagnostics;

    Operators(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    Typed binary(BinaryOperator operator, Typed left, Typed right, Span span) {
        if (!left.known() || !right.known()) {
            return Typed.unknown(span);
        }
        if (Integers.isInteger(left.type()) && Integers.isInteger(right.type())) {
            return integers(operator, left, right, span);
        }
        if (operator.isEquality()) {
            return joined(left, right, span)
                    .map(type -> Typed
                            .of(new Value.Binary(operator, operand(left, type), operand(right, type),
                                    Type.BOOL), span))
                    .orElse(Typed.unknown(span));
        }
        boolean offset = (operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT)
                && countsBytes(left.type()) && Integers.isInteger(right.type());
        if (offset) {
            return Typed.of(new Value.Binary(operator, left.value(),
                    Conversions.converted(right.value(), Type.LONG), left.type()), span);
        }
        Typed wrong = Integers.isInteger(left.type()) ? right : left;
        return refused(operator.isOrder() ? "no order" : "no arithmetic",
                operator.isOrder() ? "no-order" : "no-arithmetic", wrong, span);
    }

    private Typed refused(String what, String code, Typed operand, Span span) {
        Diagnostic diagnostic = Diagnostic.error(code, span, "'" + operand.type().text() + "' has " + what);
        diagnostics.add(switch (operand.type()) {
            case Type.Token _ -> diagnostic.note("a token can only be compared for equality");
            case Type.Cpu _ ->
                diagnostic.note("a CPU can only be compared for equality; choose one with choose_from");
            case Type.Pointer _ when scope.isPooled(operand.type()) ->
                diagnostic.note("pointers to objects of a pool can only be compared for equality");
            default -> diagnostic;
        });
        return Typed.unknown(span);
    }

    /** Whether bytes can be counted from it: {@code void *}, as the kernel does, and pointers to bytes. */
    private boolean countsBytes(Type type) {
        return scope.isPlace(type) && !(type instanceof Type.Pointer(Type.Struct _));
    }

    private static Value operand(Typed typed, Type type) {
        return typed.isNull() ? new Value.Constant(0, type) : Conversions.converted(typed.value(), type);
    }

    /** The type that two values have in common, as the operands of {@code ==} or {@code ?:}. */
    Optional<Type> joined(Typed left, Typed right, Span span) {
        if (!left.known() || !right.known()) {
            return Optional.empty();
        }
        Type a = left.type();
        Type b = right.type();
        if (a.equals(b) && !(a instanceof Type.Array) && !(a instanceof Type.Void)) {
            return Optional.of(a);
        }
        boolean enums = a instanceof Type.Enumeration && b instanceof Type.Enumeration;
        if (Integers.isInteger(a) && Integers.isInteger(b) && !enums) {
            return Optional.of(Integers.common(a, b));
        }
        if (a instanceof Type.Pointer && b instanceof Type.Pointer) {
            if (left.isNull() || right.isNull()) {
                return Optional.of(left.isNull() ? b : a);
            }
            if (scope.isConvertible(a, b) || scope.isConvertible(b, a)) {
                return Optional.of(new Type.Pointer(Type.VOID));
            }
        }
        diagnostics.add(Diagnostic.error("type-mismatch", span,
                "'" + a.text() + "' and '" + b.text() + "' have nothing in common"));
        return Optional.empty();
    }

    private Typed integers(BinaryOperator operator, Typed left, Typed right, Span span) {
        boolean comparison = operator.isOrder() || operator.isEquality();
        boolean shift = operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT;
        if (comparison && left.type() instanceof Type.Enumeration && right.type() instanceof Type.Enumeration
                && !left.type().equals(right.type())) {
            joined(left, right, span);
            return Typed.unknown(span);
        }
        Type.Int common = shift ? Integers.promoted(left.type()) : Integers.common(left.type(), right.type());
        Type result = comparison ? Type.BOOL : common;
        Value a = Conversions.converted(left.value(), common);
        Value b = Conversions.converted(right.value(), shift ? Integers.promoted(right.type()) : common);
        if (undefined(operator, b, common, right.span())) {
            return Typed.unknown(span);
        }
        if (a instanceof Value.Constant one && b instanceof Value.Constant two) {
            return folded(operator, one.number(), two.number(), common, result, span);
        }
        if (comparison) {
            warnIfDecided(operator, left, right, span);
        }
        return Typed.of(new Value.Binary(operator, a, b, result), span);
    }

    private boolean undefined(BinaryOperator operator, Value right, Type.Int type, Span span) {
        if (!(right instanceof Value.Constant constant)) {
            return false;
        }
        if (Integers.apply(operator, BigInteger.ONE, constant.number(), type.bits()).isPresent()) {
            return false;
        }
        boolean division = operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
        diagnostics.add(Diagnostic.error(division ? "division-by-zero" : "bad-shift", span, division
                ? "division by zero"
                : "a shift of '" + type.text() + "' is by 0 to " + (type.bits() - 1) + " bits, not "
                        + constant.number()));
        return true;
    }

    private Typed folded(BinaryOperator operator, BigInteger a, BigInteger b, Type.Int common, Type result,
            Span span) {
        BigInteger exact = Integers.apply(operator, a, b, common.bits()).orElseThrow();
        boolean number = result instanceof Type.Int;
        BigInteger value = number ? Integers.wrapped(exact, common) : exact;
        if (number && common.signed() && !value.equals(exact)) {
            diagnostics.add(
                    Diagnostic.error("overflow", span, exact + " does not fit in '" + common.text() + "'"));
        }
        return Typed.number(value, result, span);
    }

    /** A comparison with a constant that no value of the other side's type can change. */
    private void warnIfDecided(BinaryOperator operator, Typed left, Typed right, Span span) {
        boolean constantRight = right.constant().isPresent();
        if (!constantRight && left.constant().isEmpty()) {
            return;
        }
        Type type = constantRight ? left.type() : right.type();
        BigInteger constant = constantRight ? right.constant().get() : left.constant().get();
        if (type instanceof Type.Bool || !Integers.common(left.type(), right.type()).signed()
                && constant.signum() < 0) {
            return;
        }
        BigInteger[] ends = {Integers.min(type), Integers.max(type)};
        boolean inside = constant.compareTo(ends[0]) >= 0 && constant.compareTo(ends[1]) <= 0;
        if (operator.isEquality() && inside) {
            return;
        }
        boolean first = holds(operator, ends[0], constant, constantRight);
        boolean last = holds(operator, ends[1], constant, constantRight);
        if (first == last) {
            diagnostics
                    .add(Diagnostic.warning("decided", span, "this is always " + first + ": '" + type.text()
                            + "' is " + ends[0] + " to " + ends[1]));
        }
    }

    private static boolean holds(BinaryOperator operator, BigInteger end, BigInteger constant,
            boolean onRight) {
        return Integers.apply(operator, onRight ? end : constant, onRight ? constant : end, 64).orElseThrow()
                .signum() != 0;
    }

    Typed unary(UnaryOperator operator, Typed operand, Span span) {
        if (!operand.known()) {
            return operand;
        }
        if (!Integers.isInteger(operand.type())) {
            return refused("no arithmetic", "no-arithmetic", operand, span);
        }
        Type.Int type = Integers.promoted(operand.type());
        Value value = Conversions.converted(operand.value(), type);
        if (value instanceof Value.Constant constant) {
            BigInteger number = constant.number();
            BigInteger result = operator == UnaryOperator.MINUS ? number.negate() : number.not();
            return Typed.number(Integers.wrapped(result, type), type, span);
        }
        return Typed.of(new Value.Unary(operator, value, type), span);
    }
}
