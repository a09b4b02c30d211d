package org.xstate.model.internal.link;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Promise;
import org.xstate.model.type.Type;

/** A value as one of another type. */
record Conversion(Unit unit, Span span) {

    Expression apply(Expression operand, Type from, Type to) {
        return switch (to) {
            case Type.Bool _ -> truth(operand);
            case Type.Int integer when integer.isBounded() -> bounded(operand, from, integer);
            case Type.Int integer -> unit.wrapped(operand, integer);
            case Type.Enumeration enumeration -> constant(operand, enumeration);
            case Type.Cpu _ when !(from instanceof Type.Cpu) ->
                unit.checked(operand, new Interval(0, unit.memory().cpus() - 1L), unit.claims().fault(
                        Promise.IN_BOUNDS, span, "there is no CPU of that number"));
            case Type.Pointer pointer -> pointer(operand, (Type.Pointer) from, pointer);
            default -> operand;
        };
    }

    private Expression truth(Expression operand) {
        return unit.range(operand).isInside(Interval.TRUTH)
                ? operand
                : Fold.binary(BinaryOperator.NOT_EQUAL, operand, Fold.ZERO);
    }

    private Expression bounded(Expression operand, Type from, Type.Int to) {
        Fault fault = fault(
                "the value does not fit in '" + to.text() + "' (" + to.min() + " to " + to.max() + ")");
        boolean large = from instanceof Type.Int integer && !integer.signed() && integer.bits() == Long.SIZE;
        // a large unsigned word looks negative
        Expression number = large && to.min().signum() < 0
                ? unit.checked(operand, new Interval(0, Long.MAX_VALUE), fault)
                : operand;
        return unit.checked(number, Interval.of(to.min(), to.max()), fault);
    }

    private Expression constant(Expression operand, Type.Enumeration to) {
        Fault fault = fault("the value is none of '" + to.text() + "'");
        Interval range = Interval.of(to.min(), to.max());
        Expression near = unit.checked(operand, range, fault);
        List<Long> member = new ArrayList<>();
        for (long value = range.min(); value <= range.max() && member.size() <= MAX_GAPS; value++) {
            member.add(to.contains(BigInteger.valueOf(value)) ? 1L : 0L);
        }
        if (!member.contains(0L) || operand instanceof Expression.Constant) {
            return near;
        }
        if (member.size() > MAX_GAPS) {
            throw new NotExecutable(span, "the constants of '" + to.text() + "' are too far apart");
        }
        Expression is = new Expression.Lookup(unit.tables().number(member),
                Fold.add(near, Fold.constant(-range.min())));
        return Fold.select(is, operand, new Expression.Checked(Fold.ZERO, 1, 1, fault));
    }

    private static final int MAX_GAPS = 1 << 12;

    private Expression pointer(Expression operand, Type.Pointer from, Type.Pointer to) {
        boolean address = unit.memory().isAddress(to);
        if (from.equals(to) || address && unit.memory().isAddress(from)) {
            return operand;
        }
        if (Fold.isConstant(operand, 0)) {
            return operand;
        }
        if (address && unit.memory().isBuffer(from)) {
            return Fold.select(Fold.equal(operand, Fold.ZERO), Fold.ZERO,
                    Fold.add(Fold.multiply(Fold.add(operand, Fold.constant(-1)), Machine.BUFFER_BYTES),
                            Fold.ONE));
        }
        if (unit.memory().isAddress(from) && unit.memory().isBuffer(to)) {
            return Fold.select(Fold.equal(operand, Fold.ZERO), Fold.ZERO, begin(operand));
        }
        throw new NotExecutable(span, "'" + from.text() + "' cannot be made '" + to.text()
                + "': only the struct that is declared as buffer is reached through '" + "void *'");
    }

    /** The object that begins at a place in a buffer. */
    private Expression begin(Expression place) {
        Expression zeroBased = Fold.add(place, Fold.constant(-1));
        Expression offset = Fold.binary(BinaryOperator.AND, zeroBased,
                Fold.constant(Machine.BUFFER_BYTES - 1L));
        Expression inside = unit.checked(offset, Interval.of(0), unit.claims().fault(Promise.IN_BUFFER, span,
                "the address is not that of the beginning of a buffer"));
        Expression object = Fold.binary(BinaryOperator.SHIFT_RIGHT, zeroBased,
                Fold.constant(Long.numberOfTrailingZeros(Machine.BUFFER_BYTES)));
        return Fold.add(Fold.add(object, inside), Fold.ONE);
    }

    private Fault fault(String text) {
        return unit.claims().fault(Promise.IN_RANGE, span, text);
    }
}
