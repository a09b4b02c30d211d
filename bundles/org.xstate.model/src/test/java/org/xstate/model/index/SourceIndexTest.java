package org.xstate.model.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.model.diagnostic.SourceFiles;

/** What names mean, also where the text does not compile. */
class SourceIndexTest {

    @Test
    void aCallMeansTheFunctionOfTheLibrary() {
        Symbol symbol = Indexed.of("task(A)\n{\n\tfpregs_l|ock();\n}\n").definition();
        assertEquals("kernel/core.c", symbol.file());
        assertEquals("void fpregs_lock(void)", symbol.signature());
        assertEquals("Takes the registers.", symbol.documentation());
    }

    @Test
    void aMemberIsLookedUpInTheStructOfWhatStandsBefore() {
        Symbol symbol = Indexed.of("task(A)\n{\n\ttasks[0].thread.fpu.last_c|pu = cpu(0);\n}\n").definition();
        assertEquals("struct fpu", symbol.container());
        assertEquals("where it ran last", symbol.documentation());
    }

    @Test
    void membersAreFoundThroughCurrentPerCpuVariablesChoicesAndCasts() {
        assertEquals(List.of(), Indexed.of("""
                task(A)
                {
                	void *p;

                	this_cpu_read(fpu_fpregs_owner_ctx)->last_cpu = NO_CPU;
                	per_cpu(fpu_fpregs_owner_ctx, cpu(0))->last_cpu = NO_CPU;
                	choose_from(tasks)->need_fpu_load = current->need_fpu_load;
                	((struct fpu *)p)->last_cpu = (&tasks[0])->thread.fpu.last_cpu;
                	assume(exists(t, tasks, t->need_fpu_load));
                }
                """).unknown());
    }

    @Test
    void aLocalNameHidesAnOuterOneInItsBlockOnly() {
        Indexed text = Indexed.of("""
                int x;
                void f(void)
                {
                	x = 1;
                	{
                		int x = 2;

                		x| = 3;
                	}
                	x = 4;
                }
                """);
        assertEquals(SymbolKind.LOCAL, text.definition().kind());
        assertEquals(2, text.index().references(text.definition().key()).size());
        assertEquals(3, text.index().references("name:x").size());
    }

    @Test
    void readingWritingAndCallingAreToldApart() {
        Indexed text = Indexed
                .of("int x;\nint f(void);\nvoid g(void)\n{\n\tx = f();\n\tx++;\n\tif (x)\n\t\tf();\n}\n");
        assertEquals(List.of(Occurrence.Use.DECLARATION, Occurrence.Use.WRITE, Occurrence.Use.WRITE,
                Occurrence.Use.READ),
                text.index().references("name:x").stream().map(Occurrence::use).toList());
        assertEquals(List.of(Occurrence.Use.DECLARATION, Occurrence.Use.CALL, Occurrence.Use.CALL),
                text.index().references("name:f").stream().map(Occurrence::use).toList());
    }

    @Test
    void theDefinitionComesBeforeThePrototype() {
        Symbol symbol = Indexed
                .of("void later(void);\nvoid f(void)\n{\n\tlat|er();\n}\nvoid later(void)\n{\n}\n")
                .definition();
        assertTrue(symbol.defining());
        assertEquals("void later(void);\nvoid f(void)\n{\n\tlater();\n}\nvoid ".length(), symbol.offset());
    }

    @Test
    void aSlipLeavesTheDeclarationsAfterItKnown() {
        Indexed text = Indexed.of("""
                void broken(void)
                {
                	if (fpregs_live(current) {
                		fpregs_lock(;

                void whole(void)
                {
                	who|le();
                }
                """);
        assertEquals("void whole(void)", text.definition().signature());
        assertEquals(List.of("broken", "whole"),
                text.index().symbols("main.c").stream().map(Symbol::name).toList());
    }

    @Test
    void whatNothingDeclaresIsUnknown() {
        assertEquals(List.of("fpregs_lokc", "no_member"),
                Indexed.of("task(A)\n{\n\tfpregs_lokc(current->no_member);\n}\n").unknown());
    }

    @Test
    void aTaskBelongsToTheScenarioBeforeIt() {
        Indexed text = Indexed.of("""
                scenario(one) { features(PKRU); continuations(CONT_SWITCH); set(preemption, PREEMPT_NONE); }
                task(A) { }
                scenario(two) { like(on|e); expect_violation("no_bug"); }
                task(A) { }
                """);
        assertEquals(SymbolKind.SCENARIO, text.definition().kind());
        assertEquals(List.of(), text.unknown());
        List<SourceOutline.Node> nodes = SourceOutline.of(text.index(), "main.c");
        assertEquals(List.of("one", "two"), nodes.stream().map(node -> node.symbol().name()).toList());
        assertEquals(List.of("A"),
                nodes.getLast().children().stream().map(node -> node.symbol().name()).toList());
    }

    @Test
    void aPartOfAHookUsesTheHookAndHasParametersOfItsOwn() {
        Indexed text = Indexed.of(
                "on(void, switch_t|o, mine)(struct task_struct *next)\n{\n\tnext->need_fpu_load = true;\n}\n");
        assertEquals(SymbolKind.HOOK, text.definition().kind());
        assertEquals(List.of(), text.unknown());
    }

    @Test
    void labelsAreFoundInTheirFunction() {
        Indexed text = Indexed.of(
                "void f(void)\n{\n\tgoto o|ut;\nout:\n\treturn;\n}\nvoid g(void)\n{\nout:\n\tgoto out;\n}\n");
        assertEquals(2, text.index().references(text.definition().key()).size());
    }

    @Test
    void includedFilesAreReadOnceAndCirclesEnd() {
        SourceFiles files = SourceFiles.of(Map.of("d/main.c", "#include \"a.h\"\nint m;\n", "d/a.h",
                "#include \"main.c\"\n#include \"b.h\"\nint a;\n", "d/b.h", "int b;\n"));
        SourceIndex index = SourceIndex.of(files, List.of(), "d/main.c", new SourceIndex.Cache());
        assertEquals(List.of("d/b.h", "d/a.h", "d/main.c"), index.files());
    }

    @Test
    void theHistoryInACommentIsFound() {
        Explanation explanation = Explanation.at(Indexed.of("").index(), "kernel/core.c",
                Indexed.LIBRARY.indexOf("checks_softirqs")).orElseThrow();
        assertEquals(List.of("59f5ede3bc0f"), explanation.facts().commits());
        assertEquals(List.of("5.18"), explanation.facts().releases());
        assertEquals(List.of("CVE-2099-0001"), explanation.facts().cves());
    }

    @Test
    void numbersAreNoHistory() {
        assertTrue(KernelFacts.of("123456789012 bytes, 0x6.16, deadbeefdead, section 13.5.1, version 1.2")
                .commits().isEmpty());
        assertFalse(KernelFacts.of("since 5.18 and 2.6.16.9").releases().isEmpty());
    }

    @Test
    void wordsOfTheLanguageAreExplained() {
        Indexed text = Indexed.of("task(A)\n{\n\tassu|me(true);\n}\n");
        assertEquals("assume(c)",
                Explanation.at(text.index(), "main.c", text.caret()).orElseThrow().signature());
    }
}
