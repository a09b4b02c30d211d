package org.xstate.model.internal.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;

/** Emits the nodes of a procedure, or of a part of one, into one method. */
final class NodeEmitter {

    private final CodeBuilder code;
    private final MethodContext method;
    private final ProcedurePlan plan;
    private final List<Integer> nodes;
    private final ExpressionEmitter expressions;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Label> exits = new HashMap<>();

    NodeEmitter(CodeBuilder code, MethodContext method, ProcedurePlan plan, List<Integer> nodes) {
        this.code = code;
        this.method = method;
        this.plan = plan;
        this.nodes = nodes;
        expressions = new ExpressionEmitter(code, method);
        for (int node : nodes) {
            labels.put(node, code.newLabel());
        }
    }

    void emit() {
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            int following = i + 1 < nodes.size() ? nodes.get(i + 1) : -1;
            code.labelBinding(labels.get(node));
            plan.mark(node).ifPresent(this::mark);
            if (plan.flow().isLoopHead(node)) {
                burn(plan.fuel(node));
            }
            Instruction instruction = plan.node(node).instruction();
            method.outline(Sizes.of(instruction) > Sizes.METHOD);
            emit(node, instruction, following);
        }
        exits.forEach((node, label) -> {
            code.labelBinding(label);
            exit(node);
        });
    }

    private void mark(int block) {
        code.aload(method.coveredVariable()).loadConstant(block).iconst_1().bastore();
    }

    /** A step has to end: each time round a loop takes from what a step may execute. */
    private void burn(int amount) {
        Label enough = code.newLabel();
        code.aload(0).dup().getfield(Names.CLASS, Names.FUEL, ConstantDescs.CD_int).loadConstant(amount)
                .isub()
                .dup_x1().putfield(Names.CLASS, Names.FUEL, ConstantDescs.CD_int).ifge(enough);
        leave(MachineCode.EXHAUSTED);
        code.labelBinding(enough);
    }

    private void leave(int status) {
        code.aload(0).loadConstant(status).putfield(Names.CLASS, Names.STATUS, ConstantDescs.CD_int);
        expressions.leave();
    }

    private void emit(int node, Instruction instruction, int following) {
        switch (instruction) {
            case Instruction.SetLocal(int local, Expression value) -> {
                beforeAssignment(local);
                expressions.value(value);
                assign(local);
            }
            case Instruction.Store(Expression slot, Expression value) ->
                expressions.slots().store(slot, value);
            case Instruction.CopySlots(Expression to, Expression from, int count) -> {
                code.aload(0);
                expressions.value(to);
                expressions.value(from);
                code.loadConstant(count).invokevirtual(Names.CLASS, "copy", Names.COPY);
            }
            case Instruction.Choose(int local, long low, long high) -> {
                beforeAssignment(local);
                code.aload(0).loadConstant(plan.choice(node)).loadConstant(low).loadConstant(high)
                        .invokevirtual(Names.CLASS, "choose", Names.CHOOSE);
                assign(local);
            }
            case Instruction.Call call -> call(call);
            case Instruction.Assume(Expression condition, boolean blocking) -> {
                Label holds = code.newLabel();
                expressions.jumpIf(condition, holds);
                if (blocking && plan.isBody() && !plan.node(node).atomic()) {
                    code.loadConstant(MachineCode.BLOCKED).ireturn();
                } else {
                    leave(MachineCode.NO_STEP);
                }
                code.labelBinding(holds);
            }
            case Instruction.Assert(Expression condition, int claim, _) -> {
                Label holds = code.newLabel();
                expressions.jumpIf(condition, holds);
                expressions.fail(claim);
                code.labelBinding(holds);
            }
            case Instruction.Branch(Expression condition) -> {
                branch(condition, plan.node(node).next(), following);
                return;
            }
            case Instruction.Return(Optional<Expression> value) -> {
                end(value);
                return;
            }
            case Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> {
            }
        }
        go(plan.node(node).next().getFirst(), following);
    }

    private void call(Instruction.Call call) {
        OptionalInt result = call.result();
        result.ifPresent(this::beforeAssignment);
        code.aload(0);
        call.arguments().forEach(expressions::value);
        code.invokevirtual(Names.CLASS, Names.procedure(call.procedure()),
                Names.longs(call.arguments().size()));
        if (plan.mayStop(call.procedure())) {
            expressions.leaveUnlessRunning();
        }
        if (result.isPresent()) {
            assign(result.getAsInt());
        } else {
            code.pop2();
        }
    }

    private void beforeAssignment(int local) {
        if (method.placing().inFrame().get(local)) {
            code.aload(method.frameVariable()).loadConstant(method.placing().frameBase() + local);
        }
    }

    private void assign(int local) {
        if (method.placing().inFrame().get(local)) {
            code.lastore();
        } else {
            code.lstore(method.placing().variables()[local]);
        }
    }

    private void end(Optional<Expression> value) {
        if (!method.isRegion()) {
            value.ifPresentOrElse(expressions::value, code::lconst_0);
            code.lreturn();
            return;
        }
        if (!plan.isBody()) {
            code.aload(0);
            value.ifPresentOrElse(expressions::value, code::lconst_0);
            code.putfield(Names.CLASS, Names.RESULT, ConstantDescs.CD_long);
        }
        code.loadConstant(MachineCode.RETURNED).ireturn();
    }

    private void branch(Expression condition, List<Integer> next, int following) {
        int then = next.get(0);
        int otherwise = next.get(1);
        if (otherwise == following && isInside(otherwise)) {
            expressions.jumpIf(condition, target(then));
        } else {
            expressions.jumpUnless(condition, target(otherwise));
            go(then, following);
        }
    }

    private void go(int node, int following) {
        if (!isInside(node)) {
            exit(node);
        } else if (node != following) {
            code.goto_(labels.get(node));
        }
    }

    private Label target(int node) {
        return isInside(node) ? labels.get(node) : exits.computeIfAbsent(node, outside -> code.newLabel());
    }

    /** Whether the method goes on at the node, and does not leave that to its caller because the process may stop there. */
    private boolean isInside(int node) {
        return labels.containsKey(node) && !plan.isPossibleStop(node);
    }

    private void exit(int node) {
        code.loadConstant(node).ireturn();
    }
}
