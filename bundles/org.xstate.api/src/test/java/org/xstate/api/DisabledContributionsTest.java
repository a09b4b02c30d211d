package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisabledContributionsTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAFileNothingIsSwitchedOff() {
        assertEquals(Set.of(), DisabledContributions.in(folder.resolve("none")).names());
    }

    @Test
    void namesAreReadWithoutCommentsAndBlanks() throws IOException {
        Path file = Files.writeString(folder.resolve("disabled"),
                "# mine\n org.a \n\norg.b/org.b.C # breaks\n");
        assertEquals(Set.of("org.a", "org.b/org.b.C"), DisabledContributions.in(file).names());
    }

    @Test
    void switchingLeavesOtherLinesAsTheyAre() throws IOException {
        Path file = folder.resolve("new/disabled");
        DisabledContributions disabled = DisabledContributions.in(file);
        disabled.enable("org.a", false);
        Files.writeString(file, "# mine\n" + Files.readString(file) + "org.b # why\n");
        disabled.enable("org.c", false);
        disabled.enable("org.a", true);
        assertEquals("# mine\norg.b # why\norg.c\n", Files.readString(file));
    }

    @Test
    void switchingOffTwiceIsOneLine() throws IOException {
        DisabledContributions disabled = DisabledContributions.in(folder.resolve("disabled"));
        disabled.enable("org.a", false);
        disabled.enable("org.a", false);
        assertEquals("org.a\n", Files.readString(disabled.file()));
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("disabled");
        assertThrows(UncheckedIOException.class, () -> DisabledContributions.in(file).enable("org.a", false));
    }
}
