package org.xstate.model.internal.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Fault;

/** Emits expressions: a value is left on the stack as a {@code long}. */
final class ExpressionEmitter {

    private final CodeBuilder code;
    private final MethodContext method;
    private final SlotEmitter slots;

    ExpressionEmitter(CodeBuilder code, MethodContext method) {
        this.code = code;
        this.method = method;
        slots = new SlotEmitter(code, method, this);
    }

    SlotEmitter slots() {
        return slots;
    }

    void value(Expression expression) {
        if (method.isTooLarge(expression)) {
            outline(expression);
        } else {
            inline(expression);
        }
    }

    /** A method of its own for a part of an expression that is too large for one. */
    private void outline(Expression expression) {
        Outlines.Outline outline = method.outlines().of(expression, method);
        code.aload(0);
        outline.locals().forEach(this::local);
        code.invokevirtual(Names.CLASS, outline.name(), Names.longs(outline.locals().size()));
        if (Faults.possible(expression)) {
            leaveUnlessRunning();
        }
    }

    void inline(Expression expression) {
        switch (expression) {
            case Expression.Constant(long value) -> code.loadConstant(value);
            case Expression.Local(int number) -> local(number);
            case Expression.Load(Expression slot) -> slots.load(slot);
            case Expression.Lookup(int table, Expression index) -> {
                code.getstatic(Names.CLASS, Names.TABLE + table, Names.LONGS);
                value(index);
                code.l2i().laload();
            }
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Select(Expression condition, Expression then, Expression otherwise) -> {
                Label no = code.newLabel();
                Label end = code.newLabel();
                jumpUnless(condition, no);
                value(then);
                code.goto_(end).labelBinding(no);
                value(otherwise);
                code.labelBinding(end);
            }
            case Expression.Wrap wrap -> wrap(wrap);
            case Expression.Checked checked -> checked(checked);
            case Expression.ThisCpu() ->
                code.aload(0).getfield(Names.CLASS, Names.CPU, ConstantDescs.CD_long);
        }
    }

    private void local(int number) {
        Placing placing = method.placing();
        if (placing.inFrame().get(number)) {
            code.aload(method.frameVariable()).loadConstant(placing.frameBase() + number).laload();
        } else {
            code.lload(placing.variables()[number]);
        }
    }

    private void unary(Expression.Unary unary) {
        switch (unary.operator()) {
            case NOT -> truth(unary);
            case NEGATE -> {
                value(unary.operand());
                code.lneg();
            }
            case COMPLEMENT -> {
                value(unary.operand());
                code.loadConstant(-1L).lxor();
            }
        }
    }

    private void binary(Expression.Binary binary) {
        switch (binary.operator()) {
            case EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED, LOGICAL_AND,
                    LOGICAL_OR ->
                truth(binary);
            default -> {
                value(binary.left());
                value(binary.right());
                arithmetic(binary.operator());
            }
        }
    }

    private void arithmetic(BinaryOperator operator) {
        switch (operator) {
            case ADD -> code.ladd();
            case SUBTRACT -> code.lsub();
            case MULTIPLY -> code.lmul();
            case DIVIDE -> code.ldiv();
            case REMAINDER -> code.lrem();
            case DIVIDE_UNSIGNED ->
                code.invokestatic(ConstantDescs.CD_Long, "divideUnsigned", Names.TWO_LONGS);
            case REMAINDER_UNSIGNED ->
                code.invokestatic(ConstantDescs.CD_Long, "remainderUnsigned", Names.TWO_LONGS);
            case AND -> code.land();
            case OR -> code.lor();
            case XOR -> code.lxor();
            case SHIFT_LEFT -> code.l2i().lshl();
            case SHIFT_RIGHT -> code.l2i().lshr();
            case SHIFT_RIGHT_UNSIGNED -> code.l2i().lushr();
            default -> throw new IllegalArgumentException(operator.name());
        }
    }

    /** A condition as 0 or 1. */
    private void truth(Expression condition) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        inlineUnless(condition, no);
        code.lconst_1().goto_(end).labelBinding(no).lconst_0().labelBinding(end);
    }

    private void wrap(Expression.Wrap wrap) {
        value(wrap.operand());
        if (wrap.bits() >= Long.SIZE
                || method.ranges().of(wrap.operand()).equals(method.ranges().of(wrap))) {
            return;
        }
        int unused = Long.SIZE - wrap.bits();
        if (wrap.signed() && wrap.bits() == Integer.SIZE) {
            code.l2i().i2l();
        } else if (wrap.signed()) {
            code.loadConstant(unused).lshl().loadConstant(unused).lshr();
        } else {
            code.loadConstant(-1L >>> unused).land();
        }
    }

    private void checked(Expression.Checked checked) {
        value(checked.operand());
        Range known = method.ranges().of(checked.operand());
        if (known.within(checked.min(), checked.max())) {
            return;
        }
        if (checked.min() > checked.max()) {
            throw new IllegalArgumentException("an empty range");
        }
        code.lstore(method.checkVariable());
        if (known.low() < checked.min()) {
            bound(checked.min(), checked.fault(), true);
        }
        if (known.high() > checked.max()) {
            bound(checked.max(), checked.fault(), false);
        }
        code.lload(method.checkVariable());
    }

    private void bound(long bound, Fault fault, boolean least) {
        Label inside = code.newLabel();
        code.lload(method.checkVariable()).loadConstant(bound).lcmp();
        if (least) {
            code.ifge(inside);
        } else {
            code.ifle(inside);
        }
        fail(fault.claim());
        code.labelBinding(inside);
    }

    /** Ends the method because a claim is violated. */
    void fail(int claim) {
        code.aload(0).loadConstant(claim).invokevirtual(Names.CLASS, "fail", Names.FAIL);
        leave();
    }

    /** Ends the method if what was called ended the step. */
    void leaveUnlessRunning() {
        Label running = code.newLabel();
        code.aload(0).getfield(Names.CLASS, Names.STATUS, ConstantDescs.CD_int).ifeq(running);
        leave();
        code.labelBinding(running);
    }

    /** Ends the method; {@link MachineCode#status} says why. What else is on the stack goes away with it. */
    void leave() {
        if (method.isRegion()) {
            code.loadConstant(MachineCode.STOPPED).ireturn();
        } else {
            code.lconst_0().lreturn();
        }
    }

    /** Goes to the label if the condition is 0, else on. */
    void jumpUnless(Expression condition, Label label) {
        if (method.isTooLarge(condition)) {
            outline(condition);
            code.lconst_0().lcmp().ifeq(label);
        } else {
            inlineUnless(condition, label);
        }
    }

    private void inlineUnless(Expression condition, Label label) {
        switch (condition) {
            case Expression.Constant(long value) when value == 0 -> code.goto_(label);
            case Expression.Constant _ -> {
            }
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) when operator == Expression.UnaryOperator.NOT ->
                jumpIf(operand, label);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_AND -> {
                jumpUnless(left, label);
                jumpUnless(right, label);
            }
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_OR -> {
                Label yes = code.newLabel();
                jumpIf(left, yes);
                jumpUnless(right, label);
                code.labelBinding(yes);
            }
            case Expression.Binary binary when isComparison(binary.operator()) -> {
                compare(binary);
                switch (binary.operator()) {
                    case EQUAL -> code.ifne(label);
                    case NOT_EQUAL -> code.ifeq(label);
                    case LESS, LESS_UNSIGNED -> code.ifge(label);
                    default -> code.ifgt(label);
                }
            }
            default -> {
                value(condition);
                code.lconst_0().lcmp().ifeq(label);
            }
        }
    }

    /** Goes to the label if the condition is not 0, else on. */
    void jumpIf(Expression condition, Label label) {
        if (method.isTooLarge(condition)) {
            outline(condition);
            code.lconst_0().lcmp().ifne(label);
            return;
        }
        switch (condition) {
            case Expression.Constant(long value) when value != 0 -> code.goto_(label);
            case Expression.Constant _ -> {
            }
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) when operator == Expression.UnaryOperator.NOT ->
                jumpUnless(operand, label);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_OR -> {
                jumpIf(left, label);
                jumpIf(right, label);
            }
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.LOGICAL_AND -> {
                Label no = code.newLabel();
                jumpUnless(left, no);
                jumpIf(right, label);
                code.labelBinding(no);
            }
            case Expression.Binary binary when isComparison(binary.operator()) -> {
                compare(binary);
                switch (binary.operator()) {
                    case EQUAL -> code.ifeq(label);
                    case NOT_EQUAL -> code.ifne(label);
                    case LESS, LESS_UNSIGNED -> code.iflt(label);
                    default -> code.ifle(label);
                }
            }
            default -> {
                value(condition);
                code.lconst_0().lcmp().ifne(label);
            }
        }
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED -> true;
            default -> false;
        };
    }

    /** Leaves a negative, zero or positive {@code int}. */
    private void compare(Expression.Binary binary) {
        boolean unsigned = switch (binary.operator()) {
            case LESS_UNSIGNED, LESS_EQUAL_UNSIGNED -> method.ranges().of(binary.left()).low() < 0
                    || method.ranges().of(binary.right()).low() < 0;
            default -> false;
        };
        value(binary.left());
        if (unsigned) {
            code.loadConstant(Long.MIN_VALUE).lxor();
        }
        value(binary.right());
        if (unsigned) {
            code.loadConstant(Long.MIN_VALUE).lxor();
        }
        code.lcmp();
    }
}
