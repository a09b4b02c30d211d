package org.xstate.model.internal.link;

import java.util.BitSet;
import java.util.function.IntFunction;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;

/** Which slots an expression for a slot can mean: never too few. */
final class SlotSets {

    private final Ranges ranges;
    private final Tables tables;
    private final int slots;

    SlotSets(Ranges ranges, Tables tables, int slots) {
        this.ranges = ranges;
        this.tables = tables;
        this.slots = slots;
    }

    BitSet of(Expression expression, IntFunction<Interval> locals) {
        BitSet set = new BitSet();
        switch (expression) {
            case Expression.Constant(long value) -> add(set, value);
            case Expression.Lookup(int table, Expression index) -> {
                long[] words = tables.table(table);
                Interval range = ranges.of(index, locals);
                for (long i = Math.max(0, range.min()); i <= Math.min(words.length - 1L, range.max()); i++) {
                    add(set, words[(int) i]);
                }
            }
            case Expression.Select select -> {
                set.or(of(select.then(), locals));
                set.or(of(select.otherwise(), locals));
            }
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.ADD ->
                sums(set, left, right, locals);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression.Constant(long factor)) when operator == BinaryOperator.MULTIPLY
                    && factor > 0 -> {
                Interval range = ranges.of(left, locals);
                for (long i = Math.max(0, range.min()); i <= range.max() && i * factor < slots; i++) {
                    add(set, i * factor);
                }
            }
            default -> {
                Interval range = ranges.of(expression, locals);
                long from = Math.max(0, range.min());
                long to = Math.min(slots - 1L, range.max());
                if (from <= to) {
                    set.set((int) from, (int) to + 1);
                }
            }
        }
        return set;
    }

    private void sums(BitSet set, Expression left, Expression right, IntFunction<Interval> locals) {
        if (right instanceof Expression.Constant(long offset) && offset < 0) {
            // only the sum is a slot: the left side may be beyond the last one
            shifted(set, left, offset, ranges.of(left, locals));
            return;
        }
        BitSet a = of(left, locals);
        BitSet b = of(right, locals);
        a.stream().forEach(one -> b.stream().forEach(other -> add(set, (long) one + other)));
    }

    private void shifted(BitSet set, Expression left, long offset, Interval range) {
        long step = left instanceof Expression.Binary(BinaryOperator operator, Expression _, Expression.Constant(long factor))
                && operator == BinaryOperator.MULTIPLY ? Math.max(1, factor) : 1;
        long first = Math.max(range.min(), -offset - Math.floorMod(-offset - range.min(), step));
        for (long i = first; i <= range.max() && i + offset < slots; i += step) {
            add(set, i + offset);
        }
    }

    private void add(BitSet set, long slot) {
        if (0 <= slot && slot < slots) {
            set.set((int) slot);
        }
    }
}
