package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    private String result(String name, String... command) throws IOException {
        CommandRun run = CommandRun.of(command);
        Path file = folder.resolve(name);
        Files.writeString(file, run.out());
        return file.toString();
    }

    @Test
    void everyCommandsDocumentCanBeReported() throws IOException {
        String core = TestInputs.example("cores/six-threads.core").toString();
        List<String> results = List.of(result("layout", "layout", "--json", "--cpu", "zen3"),
                result("cpus", "cpus", "--json"), result("diff", "cpus", "diff", "zen2", "zen3", "--json"),
                result("decode", "decode", core, "--json"), result("lint", "lint", core, "--json"),
                result("features", "features", "--json"),
                result("check", "check", "--json", TestInputs.example("seed/begin-finish.c").toString()),
                result("run", "run", "--json", "--seed", "1", "--scenario", "as_posted",
                        TestInputs.example("seed/begin-finish.c").toString()));
        for (String result : results) {
            CommandRun run = CommandRun.of("report", result);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().lines().count() > 5, run.out());
        }
    }

    @Test
    void aPageHoldsTheCounterexample() throws IOException {
        String result = result("check.json", "check", "--json", "--scenario", "as_posted",
                TestInputs.example("seed/begin-finish.c").toString());
        String page = folder.resolve("out.html").toString();
        CommandRun run = CommandRun.of("report", result, "--html", page);
        assertEquals(new CommandRun(0, "", ""), run);
        String html = Files.readString(Path.of(page));
        assertTrue(html.contains("violated update_is_kept"), html);
        assertTrue(html.contains("<td>fpregs_lock()</td>"), html);
    }

    @Test
    void anUnknownFormatNamesThoseThatThereAre() throws IOException {
        CommandRun run = CommandRun.of("report", result("f", "features", "--json"), "--render", "pdf");
        assertEquals(64, run.code());
        assertEquals("xstate: report: nothing renders 'pdf'; there are html, markdown, text\n", run.err());
    }

    @Test
    void whatIsNoResultIsNamedWithItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "{\"a\":1}");
        CommandRun run = CommandRun.of("report", file.toString());
        assertEquals(65, run.code());
        assertEquals("xstate: " + file + ": document 1 is no result of xstate: its \"schema\" is absent, not "
                + "\"xstate/...\"; write one with --json\n", run.err());
        assertEquals(66, CommandRun.of("report", folder.resolve("none").toString()).code());
    }

    @Test
    void aFormatGoesToAFileOnRequest() throws IOException {
        String result = result("f", "features", "--json");
        Path file = folder.resolve("out.md");
        assertEquals(0,
                CommandRun.of("report", result, "--render", "markdown", "-o", file.toString()).code());
        assertTrue(Files.readString(file).startsWith("# xstate features\n"), Files.readString(file));
        assertEquals(64, CommandRun.of("report", result, "-o", file.toString()).code());
    }
}
