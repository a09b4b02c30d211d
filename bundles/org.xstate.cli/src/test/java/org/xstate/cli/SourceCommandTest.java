package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code source} answers and with which code it ends. */
class SourceCommandTest {

    /** A misspelt function, and one that needs another component. */
    static final String SLIP = """
            task(A)
            {
            	fpregs_lokc();
            	write_pkru(V1);
            }

            scenario(s)
            {
            	cpu_profile("zen3");
            	features(AVX);
            }
            """;

    private static final String SEED = TestInputs.example("seed/begin-finish.c").toString();

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void problemsComeWithTheirRemedies() throws IOException {
        CommandRun run = CommandRun.of("source", "problems", file("slip.c", SLIP));
        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        assertTrue(run.out().contains("fix: Change to 'fpregs_lock'"), run.out());
        assertTrue(run.out().contains("fix: Add PKRU to features(...) of scenario 's'"), run.out());
    }

    @Test
    void aGoodFileHasNoProblems() {
        CommandRun run = CommandRun.of("source", "problems", SEED);
        assertEquals("", run.out());
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
    }

    /** A design has no tasks of its own: the harness that it is judged in does. */
    @ParameterizedTest
    @ValueSource(strings = {"1b", "1f", "1h", "5a", "2a-stale-equal"})
    void aDesignForTheHarnessHasNoProblems(String design) {
        CommandRun run = CommandRun.of("source", "problems",
                TestInputs.example("designs/" + design + ".c").toString());
        assertEquals("", run.out());
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
    }

    @Test
    void aRenamedFileCompilesStill() throws IOException {
        for (String name : new String[]{"begin-finish.c", "begin-finish-cases.h", "begin-finish-knobs.h"}) {
            Files.copy(TestInputs.example("seed/" + name), folder.resolve(name));
        }
        String copy = folder.resolve("begin-finish.c").toString();
        CommandRun run = CommandRun.of("source", "rename", copy + ":begin_update_one_xsave_feature", "--to",
                "begin",
                "--write");
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
        assertTrue(!Files.readString(Path.of(copy)).contains("begin_update_one_xsave_feature("));
        assertEquals(ExitCode.CLEAN, CommandRun.of("source", "problems", copy).code());
    }

    @Test
    void whatTheLibraryDeclaresIsNotRenamed() {
        CommandRun run = CommandRun.of("source", "rename", SEED + ":fpregs_lock", "--to", "other");
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("declared by the library (kernel/context.c), which cannot be changed"),
                run.err());
    }

    @Test
    void formattingIsCheckedShownAndDone() throws IOException {
        String bad = file("bad.c", "task(A) {\n  f( ) ;\n}\n");
        assertEquals(ExitCode.FINDINGS, CommandRun.of("source", "format", bad, "--check").code());
        assertTrue(CommandRun.of("source", "format", bad).out().contains("+\tf();"));
        assertEquals(ExitCode.CLEAN, CommandRun.of("source", "format", bad, "--write").code());
        assertEquals("task(A)\n{\n\tf();\n}\n", Files.readString(Path.of(bad)));
        assertEquals(ExitCode.CLEAN, CommandRun.of("source", "format", bad, "--check").code());
    }

    @Test
    void placesThatAreNoneAreRefused() {
        assertEquals(ExitCode.USAGE, CommandRun.of("source", "hover", SEED).code());
        assertEquals(ExitCode.USAGE, CommandRun.of("source", "hover", SEED + ":99999:1").code());
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("source", "hover", SEED + ":no_such_word").code());
        assertEquals(ExitCode.INPUT_MISSING, CommandRun.of("source", "hover", "/none.c:x").code());
        assertEquals(ExitCode.USAGE, CommandRun.of("source", "guess", SEED).code());
    }
}
