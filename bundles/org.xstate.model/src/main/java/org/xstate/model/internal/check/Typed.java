package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/**
 * An expression that was checked.
 *
 * @param place where its value is kept, if it can be assigned to or have its address taken
 * @param known whether it is free of earlier errors; what is built on an unknown one is not reported again
 */
record Typed(Value value, Span span, Optional<Place> place, boolean known) {

    static Typed of(Value value, Span span) {
        return new Typed(value, span, Optional.empty(), true);
    }

    static Typed unknown(Span span) {
        return new Typed(new Value.Constant(0, Type.INT), span, Optional.empty(), false);
    }

    static Typed number(BigInteger number, Type type, Span span) {
        return of(new Value.Constant(number.longValue(), type), span);
    }

    Type type() {
        return value.type();
    }

    /** The number, if it is an integer constant. */
    Optional<BigInteger> constant() {
        return value instanceof Value.Constant constant && Integers.isInteger(constant.type())
                ? Optional.of(constant.number())
                : Optional.empty();
    }

    boolean isNull() {
        return value instanceof Value.Constant constant && constant.bits() == 0
                && constant.type() instanceof Type.Pointer;
    }
}
