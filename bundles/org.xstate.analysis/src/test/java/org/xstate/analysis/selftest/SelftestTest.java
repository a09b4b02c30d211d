package org.xstate.analysis.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * What is written compiles without a warning, and runs: on the machine at hand, whose kernel is the judge of what needs
 * nothing but programs.
 */
class SelftestTest {
    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(SelftestTest.class.getClassLoader());

    private static final int PASS = 0;
    private static final int FAIL = 1;
    private static final int SKIP = 4;

    private static final String SCENARIO = """
            scenario(s)
            {
            	cpu_profile("sapphire-rapids");
            	kernel("6.18");
            	cpus(1);
            	features(AVX, OPMASK);
            	set(partial_images, false);
            	set(standard_images, true);
            	set(preemption, PREEMPT_NEVER);
            }
            """;

    @TempDir
    Path folder;

    private Scenario scenario(String bodies) throws IOException {
        Path file = folder.resolve("m.c");
        Files.writeString(file, bodies + SCENARIO);
        return load(file);
    }

    private static Scenario load(Path file) {
        List<LoadedScenario> loaded = ScenarioLoader.load(file.toString(), LoadOptions.of(CONTRIBUTIONS));
        return loaded.getFirst().scenario().orElseThrow(() -> new AssertionError(loaded.getFirst().text()));
    }

    private static String selftest(Scenario scenario, String schedule) {
        RunReport run = ScenarioRun.schedule(scenario, schedule);
        return Selftest.of(scenario, run.file());
    }

    private record Ran(int code, String output) {
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    /** The program that gcc makes without a word. */
    private Path compiled(String text) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "not an x86-64 machine");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        Path file = Files.writeString(folder.resolve("selftest.c"), text);
        Path program = folder.resolve("selftest");
        for (String level : List.of("-O0", "-O3")) {
            assertEquals(new Ran(0, ""), run(List.of("gcc", "-Wall", "-Wextra", "-Werror", level, "-o",
                    program.toString(), file.toString())), text);
        }
        return program;
    }

    private Ran executed(String text) throws IOException, InterruptedException {
        Ran ran = run(List.of(compiled(text).toString()));
        assumeTrue(!ran.output().contains("are not enabled here"),
                () -> ran.output().lines().reduce("", (all, line) -> all + " " + line));
        return ran;
    }

    @Test
    void whatProgramsDoRunsOnTheMachineAtHand() throws IOException, InterruptedException {
        String text = selftest(scenario("""
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                	user_write(XFEATURE_OPMASK, V2);
                	expect(reg(XFEATURE_AVX) == V1);
                	user_write(XFEATURE_AVX, INIT);
                	expect(reg(XFEATURE_AVX) == INIT);
                	expect(reg(XFEATURE_OPMASK) == V2);
                }
                """), "A*");
        assertEquals(new Ran(PASS, "[RUN]\ts\n[OK]\ts\n"), executed(text), text);
    }

    @Test
    void aWrongExpectationFailsOnTheMachineAsInTheModel() throws IOException, InterruptedException {
        Ran ran = executed(selftest(scenario("""
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                	expect(reg(XFEATURE_AVX) == V2);
                }
                """), "A*"));
        assertEquals(FAIL, ran.code());
        assertTrue(ran.output().endsWith("[FAIL]\tstep 1, m.c:4: not AVX = V2\n"), ran.output());
    }

    @Test
    void aHandlerBeginsWithInitialStateAndItsReturnBringsTheOldOneBack()
            throws IOException, InterruptedException {
        String text = selftest(scenario("""
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                	expect(take_signal(&sigframes[0]));
                	expect(reg(XFEATURE_AVX) == INIT);
                	user_write(XFEATURE_AVX, V2);
                	expect(sigreturn(&sigframes[0]));
                	expect(reg(XFEATURE_AVX) == V1);
                }
                """), "A*");
        assertTrue(text.contains("""
                static void handler_1_of_A(void)
                {
                	expect(0, "step 17, m.c:5", &AVX_INIT);
                	load(&AVX_V2);
                }
                """.replaceFirst("step \\d+",
                text.replaceFirst("(?s).*expect\\(0, \"(step \\d+).*", "$1"))), text);
        assertEquals(PASS, executed(text).code(), text);
    }

    @Test
    void whatHappensInTheKernelIsSaidAndTheRunIsSkipped() throws IOException, InterruptedException {
        String text = selftest(scenario("""
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                	enter_kernel();
                	kernel_fpu_begin();
                	kernel_fpu_end();
                	exit_to_user_mode();
                	expect(reg(XFEATURE_AVX) == V1);
                }
                """), "A*");
        assertTrue(text.contains("provoke("), text);
        assertTrue(text.contains("\"kernel_fpu_begin()\""), text);
        Ran ran = executed(text);
        assertEquals(SKIP, ran.code(), ran.output());
        assertTrue(ran.output().contains("2 of 2 things were not provoked"), ran.output());
    }

    /** The comment before the kernel's function says which system call leads to it. */
    @Test
    void aSystemCallIsNamedByTheLibrarysOwnWords() throws IOException {
        String text = selftest(scenario("""
                task(A)
                {
                	enter_kernel();
                	xstateregs_get(current);
                	exit_to_user_mode();
                }
                """), "A*");
        assertTrue(text.contains("PTRACE_GETREGSET, NT_X86_XSTATE"), text);
    }

    @Test
    void tasksTakeTurnsInTheOrderOfTheExecution() throws IOException {
        String text = selftest(scenario("""
                task(A)
                {
                	user_write(XFEATURE_AVX, V1);
                	enter_kernel();
                	set_current_state(TASK_INTERRUPTIBLE);
                	schedule();
                }

                task(B)
                {
                	user_write(XFEATURE_AVX, B1);
                }
                """), "A* B*");
        int a = text.indexOf("wait_for_turn(0);");
        int b = text.indexOf("wait_for_turn(1);");
        assertTrue(text.lastIndexOf("static void task_A(void)", a) > 0 && a < b, text);
        assertTrue(text.lastIndexOf("static void task_B(void)", b) > a, text);
    }

    @ParameterizedTest
    @CsvSource({"museum/m30-pkru-in-frame.c, broken, PKRU = V1",
        "museum/m05-exec-wrong-side.c, broken, AVX = INIT",
        "scenarios/ptrace.c, ptrace_without_invalidation, AVX = V2"})
    void aCounterexampleEndsWithTheValueThatWasExpected(String file, String name, String expected)
            throws IOException, InterruptedException {
        LoadedScenario loaded = ScenarioLoader
                .load("../../examples/" + file, LoadOptions.of(CONTRIBUTIONS)).stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Scenario scenario = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text()));
        CheckOptions options = CheckOptions.defaults();
        CheckReport report = ScenarioCheck.check(scenario, options.exploration(), options.reductions(),
                new CancelToken(), ProgressListener.SILENT);
        String text = Selftest.of(scenario, report.traceFile().orElseThrow());
        String checks = text.replaceFirst("(?s).*#define NR_CHECKS (\\d+).*", "$1");
        String last = text.replaceFirst(
                "(?s).*expect\\(" + (Integer.parseInt(checks) - 1) + ", \"[^\"]*\", &(\\w+)\\);.*", "$1");
        assertTrue(
                text.contains("static const struct value " + last + " = {\n\t.name = \"" + expected + "\""),
                text);
        compiled(text);
    }

    @Test
    void aModelWithoutTasksIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("r.c"), "bool x;\nrule(r)\n{\n\tx = !x;\n}\n");
        Scenario rules = load(file);
        RunReport run = ScenarioRun.schedule(rules, "r");
        assertThrows(IllegalArgumentException.class, () -> Selftest.of(rules, run.file()));
    }
}
