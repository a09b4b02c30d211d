package org.xstate.model.internal.bytecode;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.model.link.Procedure;
import org.xstate.model.state.PackedMachine;

/** Writes the class file of a machine. */
final class Generator {

    /** Cases of one switch: a method with more would not be compiled. */
    private static final int CASES = 400;

    private final PackedMachine packed;
    private final MachinePlan plan;
    private final Outlines outlines = new Outlines();
    private final int[][] regions;
    private final Map<Integer, Map<Integer, List<Integer>>> parts = new TreeMap<>();
    private int regionCount;

    Generator(PackedMachine packed, MachinePlan plan) {
        this.packed = packed;
        this.plan = plan;
        regions = new int[plan.machine().procedures().size()][];
        for (int procedure = 0; procedure < regions.length; procedure++) {
            if (plan.isBody(procedure)) {
                cut(procedure);
            }
        }
        for (int procedure : plan.called()) {
            if (plan.plan(procedure).isCut() && !plan.isBody(procedure)) {
                cut(procedure);
            }
        }
    }

    private void cut(int procedure) {
        ProcedurePlan here = plan.plan(procedure);
        regions[procedure] = new int[here.procedure().nodes().size()];
        Map<Integer, List<Integer>> nodes = Regions.of(here.procedure(), here.flow(), here.heads()).nodes();
        nodes.keySet().forEach(head -> regions[procedure][head] = regionCount++);
        parts.put(procedure, nodes);
    }

    /** By procedure and node, the number of the part that begins there. */
    int[][] regions() {
        return regions;
    }

    byte[] generate(int tables) {
        ClassFile format = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.of(List.of(),
                        Map.of(Names.CLASS, Names.BASE, Names.BASE, ConstantDescs.CD_Object))),
                ClassFile.DebugElementsOption.DROP_DEBUG);
        return format.build(Names.CLASS, type -> {
            type.withSuperclass(Names.BASE).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
            constructor(type);
            Constants.declare(type, tables);
            plan.called().forEach(procedure -> procedure(type, procedure));
            parts.forEach((procedure, heads) -> heads
                    .forEach((head, nodes) -> region(type, procedure, nodes)));
            for (Optional<Outlines.Outline> next = outlines.take(); next
                    .isPresent(); next = outlines.take()) {
                outline(type, next.get());
            }
            enter(type);
            new Attempts(plan).declare(type);
            dispatch(type);
        });
    }

    private static void constructor(ClassBuilder type) {
        ClassDesc parameter = StepperTables.class.describeConstable().orElseThrow();
        MethodTypeDesc signature = MethodTypeDesc.of(ConstantDescs.CD_void, parameter);
        type.withMethodBody(ConstantDescs.INIT_NAME, signature, 0, code -> code.aload(0).aload(1)
                .invokespecial(Names.BASE, ConstantDescs.INIT_NAME, signature).return_());
    }

    private void procedure(ClassBuilder type, int number) {
        ProcedurePlan here = plan.plan(number);
        Procedure procedure = here.procedure();
        type.withMethodBody(Names.procedure(number), Names.longs(procedure.parameters()), ClassFile.ACC_FINAL,
                code -> {
                    if (parts.containsKey(number)) {
                        whole(code, number, procedure);
                        return;
                    }
                    Placing placing = variables(procedure, new BitSet(), 0);
                    MethodContext method = context(procedure, placing, false,
                            1 + 2 * procedure.locals().size());
                    prologue(code, method);
                    for (int local = procedure.parameters(); !here.isResidual()
                            && local < procedure.locals().size(); local++) {
                        code.lconst_0().lstore(placing.variables()[local]);
                    }
                    new NodeEmitter(code, method, here, here.flow().order()).emit();
                });
    }

    /** A procedure that is cut into parts: its locals go to the frame, and part after part is executed. */
    private void whole(CodeBuilder code, int number, Procedure procedure) {
        int base = plan.frameBase(number);
        code.aload(0).loadConstant(base).loadConstant(base + procedure.locals().size())
                .invokevirtual(Names.BASE, "clear", Names.CLEAR);
        for (int local = 0; local < procedure.parameters(); local++) {
            code.aload(0).getfield(Names.CLASS, Names.FRAME, Names.LONGS).loadConstant(base + local)
                    .lload(1 + 2 * local).lastore();
        }
        Label again = code.newLabel();
        code.iconst_0().labelBinding(again).istore(1 + 2 * procedure.parameters());
        code.aload(0).loadConstant(number).iload(1 + 2 * procedure.parameters())
                .invokevirtual(Names.BASE, "part", Names.PART).dup().ifge(again).pop();
        code.aload(0).getfield(Names.CLASS, Names.RESULT, ConstantDescs.CD_long).lreturn();
    }

    private void region(ClassBuilder type, int procedureNumber, List<Integer> nodes) {
        ProcedurePlan here = plan.plan(procedureNumber);
        Procedure procedure = here.procedure();
        int number = regions[procedureNumber][nodes.getFirst()];
        type.withMethodBody(Names.region(number), Names.TO_INT, ClassFile.ACC_FINAL, code -> {
            BitSet inFrame = new BitSet();
            inFrame.set(0, procedure.locals().size());
            Placing placing = variables(procedure, inFrame, plan.frameBase(procedureNumber));
            MethodContext method = context(procedure, placing, true, 1);
            prologue(code, method);
            new NodeEmitter(code, method, here, nodes).emit();
        });
    }

    private void outline(ClassBuilder type, Outlines.Outline outline) {
        MethodContext caller = outline.caller();
        type.withMethodBody(outline.name(), Names.longs(outline.locals().size()), ClassFile.ACC_FINAL,
                code -> {
                    int[] variables = caller.placing().variables().clone();
                    for (int i = 0; i < outline.locals().size(); i++) {
                        variables[outline.locals().get(i)] = 1 + 2 * i;
                    }
                    Placing placing = new Placing(caller.placing().frameBase(), caller.placing().inFrame(),
                            variables);
                    MethodContext method = new MethodContext(packed, caller.ranges(), placing, outlines,
                            false,
                            1 + 2 * outline.locals().size());
                    method.outline(true);
                    prologue(code, method);
                    new ExpressionEmitter(code, method).inline(outline.expression());
                    code.lreturn();
                });
    }

    private static Placing variables(Procedure procedure, BitSet inFrame, int frameBase) {
        int[] variables = new int[procedure.locals().size()];
        for (int local = 0; local < variables.length; local++) {
            variables[local] = 1 + 2 * local;
        }
        return new Placing(frameBase, inFrame, variables);
    }

    private MethodContext context(Procedure procedure, Placing placing, boolean region, int firstFree) {
        return new MethodContext(packed, new Ranges(packed.machine(), procedure), placing, outlines, region,
                firstFree);
    }

    private static void prologue(CodeBuilder code, MethodContext method) {
        code.aload(0).getfield(Names.CLASS, Names.STATE, Names.LONGS).astore(method.stateVariable());
        code.aload(0).getfield(Names.CLASS, Names.FRAME, Names.LONGS).astore(method.frameVariable());
        code.aload(0).getfield(Names.CLASS, Names.COVERED, Names.BYTES).astore(method.coveredVariable());
    }

    private void enter(ClassBuilder type) {
        List<Integer> entries = List.copyOf(plan.entries());
        Map<Integer, String> methods = new TreeMap<>();
        entries.forEach(entry -> methods.put(entry, Names.procedure(entry)));
        switches(type, "enter", Names.INT_TO_LONG, Names.longs(0), methods);
    }

    private void dispatch(ClassBuilder type) {
        Map<Integer, String> methods = new TreeMap<>();
        for (int region = 0; region < regionCount; region++) {
            methods.put(region, Names.region(region));
        }
        switches(type, "region", Names.INT_TO_INT, Names.TO_INT, methods);
    }

    /** A method that calls one of many by number; where there are very many, by way of further such methods. */
    private static void switches(ClassBuilder type, String name, MethodTypeDesc signature,
            MethodTypeDesc called,
            Map<Integer, String> methods) {
        List<Integer> numbers = List.copyOf(methods.keySet());
        if (numbers.size() <= CASES) {
            type.withMethodBody(name, signature, 0, code -> calls(code, called, methods));
            return;
        }
        List<Integer> firsts = new ArrayList<>();
        for (int first = 0; first < numbers.size(); first += CASES) {
            Map<Integer, String> some = new TreeMap<>();
            numbers.subList(first, Math.min(numbers.size(), first + CASES))
                    .forEach(number -> some.put(number, methods.get(number)));
            type.withMethodBody(name + first, signature, 0, code -> calls(code, called, some));
            firsts.add(first);
        }
        type.withMethodBody(name, signature, 0, code -> {
            for (int first : firsts.reversed()) {
                Label below = code.newLabel();
                code.iload(1).loadConstant(numbers.get(first)).if_icmplt(below);
                code.aload(0).iload(1).invokevirtual(Names.CLASS, name + first, signature);
                leave(code, signature);
                code.labelBinding(below);
            }
            unknown(code, signature);
        });
    }

    private static void calls(CodeBuilder code, MethodTypeDesc called, Map<Integer, String> methods) {
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        methods.keySet().forEach(number -> cases.add(SwitchCase.of(number, code.newLabel())));
        code.iload(1);
        if (cases.isEmpty()) {
            code.pop();
        } else {
            code.tableswitch(none, cases);
        }
        for (SwitchCase each : cases) {
            code.labelBinding(each.target()).aload(0).invokevirtual(Names.CLASS,
                    methods.get(each.caseValue()),
                    called);
            leave(code, called);
        }
        code.labelBinding(none);
        unknown(code, called);
    }

    private static void leave(CodeBuilder code, MethodTypeDesc signature) {
        if (signature.returnType().equals(ConstantDescs.CD_long)) {
            code.lreturn();
        } else {
            code.ireturn();
        }
    }

    private static void unknown(CodeBuilder code, MethodTypeDesc signature) {
        code.aload(0).iload(1).invokevirtual(Names.BASE, "unknown", Names.INT_TO_INT);
        if (signature.returnType().equals(ConstantDescs.CD_long)) {
            code.i2l();
        }
        leave(code, signature);
    }
}
