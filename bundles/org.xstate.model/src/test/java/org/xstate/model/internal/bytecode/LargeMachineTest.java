package org.xstate.model.internal.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Sink;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;

/** HotSpot interprets methods of more than 8000 bytes for ever: none is made that is larger, and the parts fit together. */
class LargeMachineTest {

    private static final int HUGE_METHOD = 8000;

    private static final String STATE = """
            u8 a[8];
            u8 b;
            bool flag;
            """;

    private static String statements(int number) {
        return IntStream.range(0, number).mapToObj(i -> switch (i % 4) {
            case 0 -> "\ta[" + i % 8 + "] = (a[(b + " + i + ") & 7] + n + " + i + ") & 15;\n";
            case 1 -> "\tif (a[" + i % 8 + "] > " + i % 16 + ")\n\t\tn = (n + a[n & 7]) & 7;\n";
            case 2 -> "\tassert(a[" + i % 8 + "] < 16 || b > 3);\n";
            default -> "\tb = (b ^ n) & 7;\n";
        }).collect(Collectors.joining());
    }

    private static Machine machine(String text) {
        Compilation compiled = ModelCompiler.compile(SourceFiles.of(Map.of("large.c", text)), "large.c",
                CompileOptions.DEFAULT);
        return Linker.link(compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics())),
                LinkOptions.cpus(1)).machine().orElseThrow();
    }

    /** @param parts first letter of the names of methods that there must be many of */
    private static void assertSmallAndRight(String parts, Machine machine) {
        Compiler compiler = new Compiler(machine, true, () -> new Interpreter(machine));
        long cut = ClassFile.of().parse(compiler.bytes()).methods().stream()
                .filter(method -> method.methodName().stringValue().matches(parts + "[0-9]+")).count();
        assertTrue(cut > 2, "only " + cut + " parts");
        ClassFile.of().parse(compiler.bytes()).methods()
                .forEach(method -> method.code().ifPresent(code -> assertTrue(
                        ((CodeAttribute) code).codeLength() < HUGE_METHOD,
                        method.methodName() + " has " + ((CodeAttribute) code).codeLength() + " bytes")));
        assertEquals(walk(machine, new Interpreter(machine)), walk(machine, compiler.stepper()));
    }

    /** What a stepper gives for the first states. */
    private static List<String> walk(Machine machine, Stepper stepper) {
        int words = PackedMachine.of(machine).words();
        List<String> lines = new ArrayList<>();
        List<long[]> open = new ArrayList<>();
        Sink sink = new Sink() {
            @Override
            public void add(long[] state, int at, int action) {
                open.add(Arrays.copyOfRange(state, at, at + words));
                lines.add(action + Arrays.toString(open.getLast()));
            }

            @Override
            public void addFailed(long[] state, int at, int action, int claim) {
                lines.add(action + " violates " + claim
                        + Arrays.toString(Arrays.copyOfRange(state, at, at + words)));
            }
        };
        stepper.initial(sink);
        for (int i = 0; i < open.size() && i < 12; i++) {
            stepper.successors(open.get(i), 0, sink);
            lines.add("violates " + stepper.violated(open.get(i), 0));
        }
        return lines;
    }

    @Test
    void aLongRuleIsCutIntoParts() {
        assertSmallAndRight("r",
                machine(STATE + "rule(r)\n{\n\tint n = choose(0, 2);\n\n" + statements(300) + "}\n"));
    }

    @Test
    void aLongFunctionIsCutIntoPartsAndReturnsItsValue() {
        assertSmallAndRight("r", machine(STATE + "static int work(int n)\n{\n" + statements(300)
                + "\treturn n;\n}\n"
                + "rule(r)\n{\n\tint x = work(choose(0, 2));\n\n\tb = (b + x + work(x & 3)) & 7;\n}\n"));
    }

    @Test
    void aLongExpressionIsCutIntoMethods() {
        Machine machine = machine(STATE + "rule(r)\n{\n\tint n = choose(0, 2);\n\n" + statements(12) + "}\n"
                + "property(p, \"p\") { return b < 9; }\n");
        int predicate = machine.claims().getFirst().predicate().orElseThrow();
        assertSmallAndRight("x", withPredicate(machine, predicate, compare(BinaryOperator.LESS,
                new Expression.Binary(BinaryOperator.REMAINDER, sum(600), new Expression.Constant(7)), 4)));
    }

    private static Expression compare(BinaryOperator operator, Expression left, long right) {
        return new Expression.Binary(operator, left, new Expression.Constant(right));
    }

    /** Of terms that each depend on the state. */
    private static Expression sum(int terms) {
        Expression sum = new Expression.Constant(0);
        for (int i = 0; i < terms; i++) {
            Expression cell = new Expression.Load(new Expression.Constant(i % 8));
            Expression condition = new Expression.Binary(BinaryOperator.LOGICAL_OR,
                    compare(BinaryOperator.LESS, cell, i % 16), compare(BinaryOperator.EQUAL, cell, i % 5));
            sum = new Expression.Binary(BinaryOperator.ADD, sum,
                    new Expression.Select(condition, cell, new Expression.Constant(i)));
        }
        return sum;
    }

    private static Machine withPredicate(Machine machine, int predicate, Expression value) {
        List<Procedure> procedures = new ArrayList<>(machine.procedures());
        Procedure old = procedures.get(predicate);
        Procedure.Node first = old.nodes().getFirst();
        procedures.set(predicate, new Procedure(old.name(), 0, List.of(),
                List.of(new Procedure.Node(first.span(), "", List.of(),
                        new Instruction.Return(Optional.of(value)),
                        List.of(), Visibility.NONE, false, new BitSet()))));
        return new Machine(machine.cpus(), machine.slots(), machine.tables(), procedures, machine.rules(),
                machine.processes(), machine.setups(), machine.claims(), machine.tokens(),
                machine.currentTask());
    }

    @Test
    void aLongBodyIsCutWhereItStopsAndWhereItIsLong() {
        assertSmallAndRight("r", machine(STATE + """
                struct task_struct { bool any; };
                pool(struct task_struct, tasks, 1);
                DEFINE_PER_CPU(struct task_struct *, current_task);
                setup(s) { per_cpu(current_task, cpu(0)) = &tasks[0]; }
                task(A)
                {
                	int n = choose(0, 1);

                	interleave();
                """ + statements(250) + "\tinterleave();\n\tatomic {\n" + statements(250) + "\t}\n}\n"));
    }
}
