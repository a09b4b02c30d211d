package org.xstate.model.internal.bytecode;

import java.lang.classfile.CodeBuilder;

import org.xstate.model.link.Expression;
import org.xstate.model.state.StateLayout;

/** Emits reading and writing of slots in the packed words. */
final class SlotEmitter {

    private final CodeBuilder code;
    private final MethodContext method;
    private final ExpressionEmitter expressions;

    SlotEmitter(CodeBuilder code, MethodContext method, ExpressionEmitter expressions) {
        this.code = code;
        this.method = method;
        this.expressions = expressions;
    }

    void load(Expression slot) {
        Range range = method.ranges().slots(slot);
        if (range.isConstant()) {
            evaluateForFaults(slot);
            load(method.packed().field((int) range.low()));
            return;
        }
        SlotSet set = SlotSet.of(method.packed(), range);
        if (set.linear() && set.oneWidth() && set.sameMin()) {
            code.aload(method.stateVariable()).loadConstant(set.word()).laload();
            expressions.value(slot);
            code.l2i();
            linearShift(set);
            code.lushr().loadConstant(mask(set.width())).land();
            addMin(set.min());
            return;
        }
        expressions.value(slot);
        code.l2i().istore(method.readVariable());
        code.aload(method.stateVariable());
        word(set, method.readVariable());
        code.laload();
        place(method.readVariable());
        code.lushr();
        if (set.oneWidth()) {
            code.loadConstant(mask(set.width()));
        } else {
            lookup(Names.MASK, method.readVariable());
        }
        code.land();
        min(set, method.readVariable());
        code.ladd();
    }

    void store(Expression slot, Expression value) {
        Range range = method.ranges().slots(slot);
        if (range.isConstant()) {
            evaluateForFaults(slot);
            store(method.packed().field((int) range.low()), value);
            return;
        }
        SlotSet set = SlotSet.of(method.packed(), range);
        int variable = method.writeVariable();
        expressions.value(slot);
        code.l2i();
        boolean linear = set.linear() && set.oneWidth() && set.sameMin();
        if (linear) {
            linearShift(set);
        }
        code.istore(variable).aload(method.stateVariable());
        if (linear) {
            code.loadConstant(set.word());
        } else {
            word(set, variable);
        }
        code.dup2().laload();
        if (set.oneWidth()) {
            code.loadConstant(mask(set.width()));
        } else {
            lookup(Names.MASK, variable);
        }
        shift(linear, variable);
        code.lshl().loadConstant(-1L).lxor().land();
        expressions.value(value);
        if (linear) {
            subtractMin(set.min());
        } else {
            min(set, variable);
            code.lsub();
        }
        shift(linear, variable);
        code.lshl().lor().lastore();
    }

    private void load(StateLayout.Field field) {
        if (field.width() == 0) {
            code.loadConstant(field.min());
            return;
        }
        code.aload(method.stateVariable()).loadConstant(field.word()).laload();
        if (field.shift() > 0) {
            code.loadConstant(field.shift()).lushr();
        }
        if (field.shift() + field.width() < Long.SIZE) {
            code.loadConstant(mask(field.width())).land();
        }
        addMin(field.min());
    }

    private void store(StateLayout.Field field, Expression value) {
        if (field.width() == 0) {
            evaluateForFaults(value);
            return;
        }
        code.aload(method.stateVariable()).loadConstant(field.word()).dup2().laload();
        code.loadConstant(~(mask(field.width()) << field.shift())).land();
        if (value instanceof Expression.Constant(long constant)) {
            code.loadConstant(constant - field.min() << field.shift());
        } else {
            expressions.value(value);
            subtractMin(field.min());
            if (field.shift() > 0) {
                code.loadConstant(field.shift()).lshl();
            }
        }
        code.lor().lastore();
    }

    /** An expression whose value is known is evaluated only if that may fail. */
    private void evaluateForFaults(Expression expression) {
        if (Faults.possible(expression)) {
            expressions.value(expression);
            code.pop2();
        }
    }

    private void linearShift(SlotSet set) {
        if (set.step() != 1) {
            code.loadConstant(set.step()).imul();
        }
        if (set.base() != 0) {
            code.loadConstant(set.base()).iadd();
        }
    }

    private void shift(boolean linear, int variable) {
        if (linear) {
            code.iload(variable);
        } else {
            place(variable);
        }
    }

    /** The place; as a shift distance its low six bits count. */
    private void place(int variable) {
        code.getstatic(Names.CLASS, Names.PLACE, Names.INTS).iload(variable).iaload();
    }

    private void word(SlotSet set, int variable) {
        if (set.oneWord()) {
            code.loadConstant(set.word());
        } else {
            place(variable);
            code.loadConstant(MachineTables.WORD_SHIFT).iushr();
        }
    }

    private void min(SlotSet set, int variable) {
        if (set.sameMin()) {
            code.loadConstant(set.min());
        } else {
            lookup(Names.MIN, variable);
        }
    }

    private void lookup(String table, int variable) {
        code.getstatic(Names.CLASS, table, Names.LONGS).iload(variable).laload();
    }

    private void addMin(long min) {
        if (min != 0) {
            code.loadConstant(min).ladd();
        }
    }

    private void subtractMin(long min) {
        if (min != 0) {
            code.loadConstant(min).lsub();
        }
    }

    private static long mask(int width) {
        return width == 0 ? 0 : -1L >>> Long.SIZE - width;
    }
}
