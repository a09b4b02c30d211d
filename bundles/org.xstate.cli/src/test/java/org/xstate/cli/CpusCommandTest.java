package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpusCommandTest {

    @Test
    void everyProfileFitsInAHundredColumns() {
        CommandRun run = CommandRun.of("cpus");
        assertEquals(0, run.code());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 110, line));
        assertTrue(run.out().contains("sapphirerapids"));
    }

    @Test
    void movingFromZen4ToSkylakeServerNeedsARewrite() {
        // rr-debugger/rr 3573: offset of feature 5 differs between Zen 4 and Skylake
        CommandRun run = CommandRun.of("cpus", "diff", "zen4", "skylake-sp", "--xcr0", "0x2e7", "--xss", "0");
        assertTrue(
                run.out()
                        .contains("opmask (component 5) lies at 832 on the source and at 1088 on the target"),
                run.out().replace("\n    ", " "));
    }

    @Test
    void theSameCpuTakesItsOwnImages() {
        CommandRun run = CommandRun.of("cpus", "diff", "zen3", "milan");
        assertTrue(run.out().startsWith("SAME LAYOUT"), run.out());
        assertEquals(0, CommandRun.of("cpus", "diff", "zen3", "milan", "--fail-on", "note").code());
    }

    @Test
    void somethingThatIsNeitherProfileNorFileIsMissing() {
        assertEquals(ExitCode.INPUT_MISSING, CommandRun.of("cpus", "diff", "zen3", "zem4").code());
    }

    @Test
    void theDifferenceIsDrawn(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("diff.svg");
        CommandRun.of("cpus", "diff", "zen4", "skylake-sp", "--svg", svg.toString());
        String text = Files.readString(svg);
        assertTrue(text.contains("PKRU \u2260"), "2,432 on the one, 2,688 on the other");
    }
}
