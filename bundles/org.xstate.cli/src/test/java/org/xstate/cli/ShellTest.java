package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a shell: what completes, where they look for files, how they are ended. */
class ShellTest {

    private static final Host HOST = Host.onClassPath(ShellTest.class.getClassLoader(), List::of);

    @TempDir
    Path folder;

    @Test
    void commandsComeFirst() {
        assertEquals(List.of("layout"), Shell.complete(List.of("lay"), folder));
        assertTrue(Shell.complete(List.of(""), folder).containsAll(List.of("check", "decode", "help")));
    }

    @Test
    void optionsAreThoseOfTheCommandOrOfItsSubcommand() {
        assertEquals(List.of("--compacted"), Shell.complete(List.of("layout", "--comp"), folder));
        assertTrue(Shell.complete(List.of("isa", ""), folder).contains("replay"));
    }

    @Test
    void filesAreSeenFromTheFolderAndFoldersEndWithASlash() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/mine.c"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        assertEquals(List.of("models/"), Shell.complete(List.of("check", ""), folder));
        assertEquals(List.of("models/mine.c"), Shell.complete(List.of("check", "models/m"), folder));
        assertEquals(List.of("models/mine.c"), Shell.complete(List.of("check", "--svg", "models/"), folder));
    }

    @Test
    void whatIsNoCommandHasNoArguments() {
        assertEquals(List.of(), Shell.complete(List.of("nonsense", ""), folder));
    }

    @Test
    void namesOfFilesAreRelativeToTheShellsFolder() throws Exception {
        Files.writeString(folder.resolve("empty.c"), "");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        // an empty file has no scenario, but it is found
        int code = run(List.of("check", "empty.c"), said, new Stopper());
        assertTrue(!said.toString(StandardCharsets.UTF_8).contains("no such file"),
                said.toString(StandardCharsets.UTF_8));
        assertTrue(code != ExitCode.INPUT_MISSING);
        assertEquals(ExitCode.INPUT_MISSING, run(List.of("check", "other.c"), said, new Stopper()));
    }

    @Test
    void aCommandThatOnlyWritesEndsWhenItIsStopped() {
        Stopper stopper = new Stopper();
        OutputStream stopping = new OutputStream() {
            @Override
            public void write(int octet) {
                stopper.stop();
            }
        };
        assertEquals(ExitCode.CANCELLED, run(List.of("man"), stopping, stopper));
    }

    private int run(List<String> words, OutputStream to, Stopper stopper) {
        PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
        return Shell.run(words, HOST, new Shell.Place(out, out, false, folder), stopper);
    }
}
