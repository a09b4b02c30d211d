package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;

/** A hook calls what hangs on it, in the order of the text. */
class HookTest {

    private static Running after(String text) {
        return Running.of("u64 log; u64 out;\n" + text);
    }

    private static List<Long> logAndOut(String text) {
        Running running = after(text);
        long[] state = running.step(running.initial(), "r");
        return List.of(running.get(state, "log"), running.get(state, "out"));
    }

    @Test
    void allPartsOfAVoidHookAreCalledInTheOrderOfTheText() {
        assertEquals(List.of(213L, 7L), logAndOut("""
                hook(void, h)(u64 by);
                on(void, h, b)(u64 by) { log = log * 10 + 2; out += by; }
                on(void, h, a)(u64 x) { log = log * 10 + 1; out += x; }
                on(void, h, c)(u64 by) { log = log * 10 + 3; out += by - 5; }
                rule(r) { assume(out == 0); h(4); }
                """));
    }

    @Test
    void aHookIsCalledBeforeAnythingHangsOnIt() {
        assertEquals(List.of(1L, 0L), logAndOut("""
                hook(void, h)(void);
                rule(r) { assume(log == 0); h(); }
                on(void, h, late)(void) { log = 1; }
                rule(other) { out = log; }
                """));
    }

    @Test
    void aBoolHookStopsAtTheFirstPartThatGivesTrue() {
        assertEquals(List.of(12L, 1L), logAndOut("""
                hook(bool, h)(int n);
                on(bool, h, a)(int n) { log = log * 10 + 1; return n == 0; }
                on(bool, h, b)(int n) { log = log * 10 + 2; return n == 1; }
                on(bool, h, c)(int n) { log = log * 10 + 3; return n >= 0; }
                rule(r) { assume(log == 0); out = h(1); }
                """));
    }

    @Test
    void aBoolHookWhosePartsAllGiveFalseGivesFalse() {
        assertEquals(List.of(12L, 5L), logAndOut("""
                hook(bool, h)(int n);
                on(bool, h, a)(int n) { log = log * 10 + 1; return n == 7; }
                on(bool, h, b)(int n) { log = log * 10 + 2; return n == 8; }
                rule(r) { assume(log == 0); out = h(1) ? 9 : 5; }
                """));
    }

    @Test
    void aMaskHookGivesTheOrOfAllParts() {
        assertEquals(List.of(12L, 0x8000000000000005L), logAndOut("""
                hook(u64, h)(void);
                on(u64, h, a)(void) { log = log * 10 + 1; return 5; }
                on(u64, h, b)(void) { log = log * 10 + 2; return BIT_ULL(63) | 1; }
                rule(r) { assume(log == 0); out = h(); }
                """));
    }

    @Test
    void aHookWithoutPartsDoesNothingAndGivesNothing() {
        assertEquals(List.of(3L, 0L), logAndOut("""
                hook(void, v)(void);
                hook(bool, b)(void);
                hook(u64, m)(void);
                rule(r) { assume(log == 0); v(); if (b()) out = 1; out |= m(); log = 3; }
                """));
    }

    @Test
    void anEmptyHookAddsNoStepToATask() {
        String with = """
                hook(void, h)(struct task_struct *t);
                task(A) { x = 1; interleave(); h(current); y = 1; }
                """;
        Running running = Running.tasks(1, with);
        assertEquals(List.of(0L, 1L), running.trace("A", "y"));
    }

    @Test
    void othersInterveneInAPartAsInAnyFunction() {
        Running running = Running.tasks(2, """
                hook(void, h)(void);
                on(void, h, a)(void) { x = 1; y = x; }
                task(A) { h(); }
                task(B) { x = 5; y = 2; }
                """);
        assertEquals(List.of(0L, 1L), running.trace("A", "y").stream().distinct().toList());
        Set<String> able = running.able(running.step(running.initial(), "A"));
        assertEquals(Set.of("A", "B"), able);
    }

    @Test
    void whatHangsOnAHookAfterAScenarioBelongsToThatScenario() {
        String text = """
                u64 log;
                hook(void, h)(void);
                on(void, h, all)(void) { log += 1; }
                scenario(one) { }
                on(void, h, own)(void) { log += 10; }
                rule(r) { assume(log == 0); h(); }
                scenario(two) { }
                on(void, h, own)(void) { log += 100; }
                rule(r) { assume(log == 0); h(); }
                """;
        assertEquals(List.of(11L, 101L), List.of(log(text, "one"), log(text, "two")));
    }

    private static long log(String text, String scenario) {
        Program program = ModelCompiler.compile(SourceFiles.of(Map.of("m.c", text)), "m.c",
                new CompileOptions(Optional.of(scenario), Optional.empty(), Map.of(), List.of())).program()
                .orElseThrow();
        Running running = Running.of(program, LinkOptions.cpus(1));
        return running.get(running.step(running.initial(), "r"), "log");
    }

    /** A library's file declares the hook, other files hang something on it, each told by its own place. */
    @Test
    void partsComeFromAnyNumberOfFilesInTheOrderInWhichTheyAreRead() {
        SourceFiles files = SourceFiles.of(Map.of("core.c", "u64 log;\nhook(void, h)(void);\n", "b.c",
                "on(void, h, b)(void) { log = log * 10 + 2; }\n", "a.c",
                "\n\non(void, h, a)(void) { log = log * 10 + 1; }\n", "m.c",
                "rule(r) { assume(log == 0); h(); }\n"));
        Program program = ModelCompiler
                .compile(files, "m.c", CompileOptions.DEFAULT.with(List.of("core.c", "b.c", "a.c"))).program()
                .orElseThrow();
        Running running = Running.of(program, LinkOptions.cpus(1));
        assertEquals(21, running.get(running.step(running.initial(), "r"), "log"));
        assertEquals(List.of("b.c:1", "a.c:3"), program.functions().stream()
                .filter(one -> one.name().equals("h")).flatMap(one -> one.body().nodes().stream())
                .map(node -> node.span().file() + ":" + node.span().line())
                .filter(place -> !place.startsWith("core.c")).toList());
    }
}
