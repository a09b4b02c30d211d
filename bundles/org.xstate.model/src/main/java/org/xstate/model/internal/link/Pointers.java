package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.type.Type;

/** From pointers to the first slots of what they point to, and back. */
final class Pointers {

    private final Memory memory;
    private final Tables tables;

    Pointers(Memory memory, Tables tables) {
        this.memory = memory;
        this.tables = tables;
    }

    /** The first slot of the object; the pointer is known to be to one. */
    Expression slot(Type type, Expression pointer) {
        List<Integer> objects = memory.objects(type);
        if (pointer instanceof Expression.Constant(long known)) {
            return Fold.constant(objects.get((int) known - 1));
        }
        int stride = stride(objects);
        if (stride > 0) {
            return Fold.add(Fold.multiply(pointer, stride), Fold.constant(objects.getFirst() - stride));
        }
        List<Long> slots = new ArrayList<>(List.of((long) objects.getFirst()));
        objects.forEach(slot -> slots.add((long) slot));
        return new Expression.Lookup(tables.number(slots), pointer);
    }

    /** The distance of objects that lie evenly, or 0. */
    private static int stride(List<Integer> objects) {
        if (objects.size() < 2) {
            return 1;
        }
        int stride = objects.get(1) - objects.getFirst();
        for (int i = 2; i < objects.size(); i++) {
            if (objects.get(i) - objects.get(i - 1) != stride) {
                return 0;
            }
        }
        return stride;
    }

    /** The pointer to the object that begins at a slot. */
    Expression pointer(Type type, Expression slot) {
        List<Integer> objects = memory.objects(type);
        int stride = stride(objects);
        Expression inner = slot;
        long offset = 0;
        if (slot instanceof Expression.Binary(BinaryOperator operator, Expression left, Expression right)
                && operator == BinaryOperator.ADD && right instanceof Expression.Constant(long known)) {
            inner = left;
            offset = known;
        }
        if (inner instanceof Expression.Constant(long known)) {
            return Fold.constant(memory.pointer(type, (int) (known + offset)));
        }
        long more = offset;
        if (inner instanceof Expression.Lookup(int table, Expression index)) {
            return new Expression.Lookup(
                    tables.number(mapped(tables.table(table), from -> pointerOrNull(type, from + more))),
                    index);
        }
        if (inner instanceof Expression.Binary(BinaryOperator operator, Expression left, Expression right)
                && operator == BinaryOperator.MULTIPLY && Fold.isConstant(right, stride)
                && (offset - objects.getFirst()) % stride == 0) {
            return Fold.add(left, Fold.constant((offset - objects.getFirst()) / stride + 1));
        }
        long[] all = new long[memory.slots()];
        for (int i = 0; i < objects.size(); i++) {
            all[objects.get(i)] = i + 1L;
        }
        return new Expression.Lookup(tables.number(mapped(all, word -> word)), slot);
    }

    private long pointerOrNull(Type type, long slot) {
        return memory.objects(type).indexOf((int) slot) + 1L;
    }

    private static List<Long> mapped(long[] words, LongUnaryOperator operator) {
        return java.util.Arrays.stream(words).map(operator).boxed().toList();
    }
}
