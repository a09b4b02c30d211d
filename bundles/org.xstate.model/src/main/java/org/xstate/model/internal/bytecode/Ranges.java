package org.xstate.model.internal.bytecode;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Slot;

/**
 * Which values an expression of a procedure can have, from the declared ranges alone. An access to an array is cheap if
 * it is known which slots it can mean.
 */
public final class Ranges {

    private final Machine machine;
    private final Procedure procedure;

    public Ranges(Machine machine, Procedure procedure) {
        this.machine = machine;
        this.procedure = procedure;
    }

    public Range of(Expression expression) {
        return switch (expression) {
            case Expression.Constant(long value) -> Range.of(value);
            case Expression.Local(int number) -> {
                Procedure.Local local = procedure.locals().get(number);
                yield Range.of(local.min(), local.max());
            }
            case Expression.Load(Expression slot) -> loaded(slots(slot));
            case Expression.Lookup(int table, Expression index) ->
                looked(machine.tables().get(table), of(index));
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) ->
                switch (operator) {
                    case NOT -> Range.TRUTH;
                    case NEGATE -> Range.of(0).minus(of(operand));
                    case COMPLEMENT -> Range.of(-1).minus(of(operand));
                };
            case Expression.Binary binary -> binary(binary);
            case Expression.Select(_, Expression then, Expression otherwise) -> of(then).or(of(otherwise));
            case Expression.Wrap(Expression operand, int bits, boolean signed) ->
                wrapped(of(operand), bits, signed);
            case Expression.Checked(Expression operand, long min, long max, _) -> of(operand).cut(min, max);
            case Expression.ThisCpu() -> Range.of(0, machine.cpus() - 1);
        };
    }

    /** The slots that an expression can mean. */
    Range slots(Expression slot) {
        Range range = of(slot);
        int last = machine.slots().size() - 1;
        return range.within(0, last) ? range : range.cut(0, last);
    }

    /** The slots that an expression can mean: those of a table's words, or of a range. */
    public BitSet possibleSlots(Expression slot) {
        BitSet possible = new BitSet();
        if (slot instanceof Expression.Binary(Expression.BinaryOperator operator, Expression.Lookup base, Expression.Constant(long offset))
                && operator == Expression.BinaryOperator.ADD) {
            words(base).map(word -> word + offset).forEach(word -> possible.set((int) word));
        } else if (slot instanceof Expression.Lookup base) {
            words(base).forEach(word -> possible.set((int) word));
        } else {
            Range range = slots(slot);
            for (long number = range.low(); number <= range.high(); number += range.stride()) {
                possible.set((int) number);
            }
        }
        return possible;
    }

    private LongStream words(Expression.Lookup lookup) {
        return LongStream.of(machine.tables().get(lookup.table()))
                .filter(word -> word >= 0 && word < machine.slots().size());
    }

    private Range loaded(Range slots) {
        List<Slot> all = machine.slots();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long number = slots.low(); number <= slots.high(); number += slots.stride()) {
            Slot slot = all.get((int) number);
            low = Math.min(low, slot.min());
            high = Math.max(high, slot.max());
        }
        return Range.of(low, high);
    }

    private static Range looked(long[] table, Range index) {
        Range inside = index.cut(0, table.length - 1);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long i = inside.low(); i <= inside.high(); i += inside.stride()) {
            low = Math.min(low, table[(int) i]);
            high = Math.max(high, table[(int) i]);
        }
        return Range.of(low, high);
    }

    private Range binary(Expression.Binary binary) {
        Range left = of(binary.left());
        Range right = of(binary.right());
        return switch (binary.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.minus(right);
            case MULTIPLY -> right.isConstant()
                    ? left.times(right.low())
                    : left.isConstant() ? right.times(left.low()) : Range.ALL;
            case AND -> and(left, right);
            case OR, XOR -> left.low() >= 0 && right.low() >= 0
                    ? Range.of(0, allOnes(Math.max(left.high(), right.high())))
                    : Range.ALL;
            case SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> left.low() >= 0 ? Range.of(0, left.high()) : Range.ALL;
            case DIVIDE, DIVIDE_UNSIGNED -> left.low() >= 0 && right.low() >= 0
                    ? Range.of(0, left.high())
                    : Range.ALL;
            case REMAINDER, REMAINDER_UNSIGNED -> left.low() >= 0 && right.low() > 0
                    ? Range.of(0, Math.min(left.high(), right.high() - 1))
                    : Range.ALL;
            case SHIFT_LEFT -> Range.ALL;
            case EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED, LOGICAL_AND,
                    LOGICAL_OR ->
                Range.TRUTH;
        };
    }

    private static Range and(Range left, Range right) {
        if (left.low() >= 0 && right.low() >= 0) {
            return Range.of(0, Math.min(left.high(), right.high()));
        }
        if (left.low() >= 0 || right.low() >= 0) {
            return Range.of(0, left.low() >= 0 ? left.high() : right.high());
        }
        return Range.ALL;
    }

    private static long allOnes(long value) {
        return value == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(value);
    }

    static Range wrapped(Range operand, int bits, boolean signed) {
        if (bits >= Long.SIZE) {
            return operand;
        }
        long least = signed ? -1L << bits - 1 : 0;
        long greatest = signed ? ~least : (1L << bits) - 1;
        return operand.within(least, greatest) ? operand : Range.of(least, greatest);
    }
}
