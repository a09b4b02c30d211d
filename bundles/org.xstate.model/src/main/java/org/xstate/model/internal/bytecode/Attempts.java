package org.xstate.model.internal.bytecode;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/**
 * A method that tries one way through a rule after the other until one gets beyond its assumptions. Most do not, and what
 * one finds out about the state the JIT need not compute again for the next.
 */
final class Attempts {

    /** Ways of one method. */
    private static final int WAYS = 250;

    private final MachinePlan plan;
    private final List<Specialized.Variant> variants;

    Attempts(MachinePlan plan) {
        this.plan = plan;
        variants = plan.specialized().variants();
    }

    /** Declares {@code attempt(first)}: tries from the first on, and returns the number of the one that has to be settled. */
    void declare(ClassBuilder type) {
        for (int from = 0; from < variants.size(); from += WAYS) {
            int first = from;
            type.withMethodBody("attempt" + first, Names.INT_TO_INT, 0, code -> some(code, first));
        }
        type.withMethodBody("attempt", Names.INT_TO_INT, 0, code -> {
            for (int from = 0; from < variants.size(); from += WAYS) {
                Label after = code.newLabel();
                int end = Math.min(variants.size(), from + WAYS);
                code.iload(1).loadConstant(end).if_icmpge(after);
                code.aload(0).iload(1).invokevirtual(Names.CLASS, "attempt" + from, Names.INT_TO_INT)
                        .istore(1);
                code.iload(1).loadConstant(end).if_icmpeq(after).iload(1).ireturn();
                code.labelBinding(after);
            }
            code.loadConstant(variants.size()).ireturn();
        });
    }

    private void some(CodeBuilder code, int first) {
        int end = Math.min(variants.size(), first + WAYS);
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = first; i < end; i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        Label none = code.newLabel();
        code.iload(1).tableswitch(none, cases);
        for (SwitchCase each : cases) {
            Specialized.Variant variant = variants.get(each.caseValue());
            code.labelBinding(each.target()).aload(0)
                    .invokevirtual(Names.CLASS, Names.procedure(variant.procedure()), Names.longs(0)).pop2();
            if (leavesNoTrace(variant.procedure())) {
                Label settle = code.newLabel();
                Label next = code.newLabel();
                code.aload(0).getfield(Names.CLASS, Names.STATUS, ConstantDescs.CD_int)
                        .loadConstant(MachineCode.NO_STEP).if_icmpne(settle);
                code.aload(0).loadConstant(MachineCode.RUNNING)
                        .putfield(Names.CLASS, Names.STATUS, ConstantDescs.CD_int).goto_(next);
                code.labelBinding(settle).loadConstant(each.caseValue()).ireturn();
                code.labelBinding(next);
            } else {
                code.loadConstant(each.caseValue()).ireturn();
            }
        }
        code.labelBinding(none).loadConstant(end).ireturn();
    }

    /** Whether the procedure, if an assumption does not hold, has changed nothing and made no choice. */
    private boolean leavesNoTrace(int procedure) {
        if (!plan.isResidual(procedure) || plan.plan(procedure).flow().hasLoops()
                || plan.plan(procedure).isCut()) {
            return false;
        }
        boolean stored = false;
        for (int number : plan.plan(procedure).flow().order()) {
            Procedure.Node node = plan.plan(procedure).node(number);
            switch (node.instruction()) {
                case Instruction.Choose _,Instruction.Call _ -> {
                    return false;
                }
                case Instruction.Store _,Instruction.CopySlots _ -> stored = true;
                case Instruction.Assume _ -> {
                    if (stored) {
                        return false;
                    }
                }
                default -> {
                    // leaves no trace
                }
            }
        }
        return true;
    }
}
