package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;

/** Where a statement is split into steps, and where it is not. */
class GraphTest {

    @Test
    void aCompoundAssignmentToAGlobalIsAReadAndAWrite() {
        assertEquals(List.of("Assign", "Assign", "Return"), steps("int x; task(A) { x |= 2; }"));
    }

    @Test
    void aCompoundAssignmentToALocalOrAGhostIsOneStep() {
        assertEquals(List.of("Assign", "Return"), steps("ghost int x; task(A) { x |= 2; }"));
        assertEquals(List.of("Assign", "Assign", "Return"), steps("task(A) { int x = 1; x |= 2; }"));
    }

    @Test
    void anAtomicBlockIsNotSplit() {
        assertEquals(List.of("AtomicBegin", "Assign", "AtomicEnd", "Return"),
                steps("int x; int y; task(A) { atomic { x = x + y; } }"));
    }

    @Test
    void sharedOperandsAreReadFromLeftToRight() {
        Graph graph = task("int x; int y; int z; task(A) { z = x - y; }");
        assertEquals(List.of("x", "y", "z"), graph.nodes().stream().limit(3).map(GraphTest::global).toList());
    }

    private static String global(Graph.Node node) {
        Step.Assign assign = (Step.Assign) node.step();
        String text = assign.target() + " " + assign.value();
        return List.of("x", "y", "z").stream().filter(name -> text.contains("Global[name=" + name))
                .findFirst()
                .orElse("");
    }

    @Test
    void theRightOperandOfAndIsReadOnlyIfTheLeftOneHolds() {
        assertEquals(List.of("Assign", "Branch", "Assign", "Assign", "Branch", "Assign", "Return", "Assign"),
                steps("int x; int y; int z; task(A) { if (x && y) z = 1; }"));
    }

    @Test
    void whatAKnobRulesOutIsLeftOut() {
        String text = "knob_flag(fix, false); int x; task(A) { if (fix) x = 1; }";
        assertEquals(List.of("Return"), steps(text));
        Program fixed = Models.compile(text, Map.of("fix", "true")).program().orElseThrow();
        assertEquals(2, fixed.tasks().getFirst().body().nodes().size());
    }

    @Test
    void theKernelVersionDecidesTheDefaultOfAFix() {
        String text = "knob_flag(fix, kernel_version() >= KERNEL_VERSION(5, 14, 0));";
        var files = org.xstate.model.diagnostic.SourceFiles.of(Map.of("m.c", text));
        for (String version : List.of("5.13", "5.14")) {
            Program program = ModelCompiler.compile(files, "m.c", new CompileOptions(Optional.empty(),
                    KernelVersion.parse(version), Map.of(), List.of())).program().orElseThrow();
            assertEquals(version.equals("5.14") ? 1 : 0, program.knobs().getFirst().setting());
        }
    }

    @Test
    void callsStayInTasksAndInRules() {
        String function = "int x; static void inc(int by) { x = x + by; } ";
        assertTrue(steps(function + "task(A) { inc(1); }").contains("Call"));
        Program program = Models.compile(function + "rule(r) { inc(1); inc(2); }").program().orElseThrow();
        assertEquals(List.of("Call", "Call", "Return"), names(program.rules().getFirst().body()));
    }

    @Test
    void aStepKnowsItsStatement() {
        Graph graph = task("int x;\ntask(A)\n{\n\tx = 1;\n}\n");
        assertEquals("x = 1;", graph.nodes().getFirst().statement());
        assertEquals("m.c:4:2", graph.nodes().getFirst().span().place());
    }

    private static List<String> steps(String text) {
        return names(task(text));
    }

    private static List<String> names(Graph graph) {
        return graph.nodes().stream().map(node -> node.step().getClass().getSimpleName()).toList();
    }

    private static Graph task(String text) {
        return Models.compile(text).program().orElseThrow().tasks().getFirst().body();
    }
}
