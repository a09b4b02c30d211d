package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** What may be assigned to what. */
final class Conversions {

    private final Scope scope;
    private final Diagnostics diagnostics;

    Conversions(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /** A value as a type that can hold it by C's rules for assignments; anything if it cannot, which is reported. */
    Value assigned(Typed from, Type to) {
        if (!from.known() || from.type().equals(to)) {
            return from.value();
        }
        if (Integers.isInteger(from.type()) && Integers.isInteger(to)) {
            return integer(from, to);
        }
        if (from.type() instanceof Type.Pointer source && to instanceof Type.Pointer target) {
            if (from.isNull()) {
                return new Value.Constant(0, to);
            }
            if (scope.isConvertible(source, target)) {
                return new Value.Convert(from.value(), to);
            }
        }
        if (from.constant().filter(zero -> zero.signum() == 0).isPresent() && to instanceof Type.Pointer) {
            error("type-mismatch", from.span(), "a pointer is not a number", "write NULL");
        } else {
            error("type-mismatch", from.span(),
                    "expected '" + to.text() + "', found '" + from.type().text() + "'",
                    hint(from.type(), to));
        }
        return from.value();
    }

    /** For those who write numbers where the language has types of their own. */
    private static String hint(Type from, Type to) {
        if (from instanceof Type.Cpu && Integers.isInteger(to)) {
            return "a CPU is a 'cpu_t'";
        }
        if (to instanceof Type.Cpu && Integers.isInteger(from)) {
            return "no CPU is NO_CPU";
        }
        boolean token = from instanceof Type.Token && Integers.isInteger(to)
                || to instanceof Type.Token && Integers.isInteger(from);
        return token ? "a component's value is a 'token_t'" : "";
    }

    private Value integer(Typed from, Type to) {
        if (to instanceof Type.Enumeration wanted && from.type() instanceof Type.Enumeration) {
            error("type-mismatch", from.span(),
                    "expected '" + wanted.text() + "', found '" + from.type().text() + "'", "");
            return from.value();
        }
        Optional<BigInteger> constant = from.constant();
        if (to instanceof Type.Bool) {
            return truth(from.value());
        }
        boolean outside = constant
                .map(value -> to instanceof Type.Enumeration one
                        ? !one.contains(value)
                        : value.compareTo(Integers.min(to)) < 0 || value.compareTo(Integers.max(to)) > 0)
                .orElse(Integers.min(from.type()).compareTo(Integers.max(to)) > 0
                        || Integers.max(from.type()).compareTo(Integers.min(to)) < 0);
        if (outside) {
            String what = constant.map(BigInteger::toString)
                    .orElse("a value of '" + from.type().text() + "'");
            error("out-of-range", from.span(), what + (to instanceof Type.Enumeration
                    ? " is not a value of '" + to.text() + "'"
                    : " does not fit in '" + to.text() + "' (" + Integers.min(to) + " to " + Integers.max(to)
                            + ")"),
                    "");
        }
        return converted(from.value(), to);
    }

    /** As another integer type, by C's rules and without any message. */
    static Value converted(Value value, Type to) {
        if (value.type().equals(to)) {
            return value;
        }
        if (value instanceof Value.Constant constant && Integers.isInteger(constant.type())) {
            BigInteger number = constant.number();
            BigInteger fitted = to instanceof Type.Int integer && !integer.isBounded()
                    ? Integers.wrapped(number, integer)
                    : to instanceof Type.Bool ? BigInteger.valueOf(number.signum() == 0 ? 0 : 1) : number;
            return new Value.Constant(fitted.longValue(), to);
        }
        return new Value.Convert(value, to);
    }

    static Value truth(Value value) {
        return converted(value, Type.BOOL);
    }

    /** An explicit conversion, {@code (type)value}. */
    Typed cast(Typed from, Type to, Span span) {
        if (!from.known() || from.type().equals(to)) {
            return from;
        }
        if (Integers.isInteger(from.type()) && Integers.isInteger(to)) {
            boolean bounded = to instanceof Type.Enumeration
                    || to instanceof Type.Int integer && integer.isBounded();
            return Typed.of(bounded ? integer(from, to) : converted(from.value(), to), span);
        }
        boolean pointers = from.type() instanceof Type.Pointer && to instanceof Type.Pointer;
        if (to instanceof Type.Void || pointers && scope.isCastable(from.type(), to)) {
            return Typed.of(new Value.Convert(from.value(), to), span);
        }
        if (pointers && from.isNull()) {
            return Typed.of(new Value.Constant(0, to), span);
        }
        error("bad-cast", span, "'" + from.type().text() + "' cannot be cast to '" + to.text() + "'",
                pointers && scope.isPlace(from.type()) && scope.isBuffer(to)
                        ? "did you mean 'buffer_of'?"
                        : "");
        return Typed.unknown(span);
    }

    private void error(String code, Span span, String message, String suggestion) {
        Diagnostic diagnostic = Diagnostic.error(code, span, message);
        diagnostics.add(suggestion.isEmpty() ? diagnostic : diagnostic.suggest(suggestion));
    }
}
