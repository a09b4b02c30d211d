package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs SPIN on the Promela text of the anchor model, where SPIN, a C compiler and that text are there. */
class SpinTest {

    private static final Path MODEL = Path.of(System.getProperty("xstate.corpus", "."))
            .resolve("../anchors/spin/fpu.pml");
    private static final Pattern STATES = Pattern.compile("(\\d+) states, stored");
    private static final Pattern TRANSITIONS = Pattern.compile("(\\d+) transitions \\(");
    private static final Pattern DEPTH = Pattern.compile("depth reached (\\d+)");

    @TempDir
    Path folder;

    @BeforeEach
    void spinIsThere() {
        Assumptions.assumeTrue(onPath("spin"), "spin is not installed");
        Assumptions.assumeTrue(onPath("gcc"), "gcc is not installed");
        Assumptions.assumeTrue(Files.isReadable(MODEL), "no Promela text at " + MODEL);
    }

    @Test
    void spinCountsTheSameStatesTransitionsAndDepth() throws Exception {
        String report = spin(0, "-DNF=2", "-DNT=2", "-DSIRQ=0", "-DFORK=0", "-DPTRACE=0");
        Exploration found = Explorer.explore(AnchorModel.S, ExplorationOptions.defaults());
        assertEquals(number(STATES, report), found.counts().states());
        assertEquals(number(TRANSITIONS, report) - 1, found.counts().transitions(),
                "SPIN counts the initial state");
        assertEquals(number(DEPTH, report), found.counts().depth());
        CheckResult inModelC = ModelCheck.check(Machines.anchor("S", Map.of()),
                CheckOptions.defaults().withReductions(false));
        assertEquals(found.counts().states(), inModelC.counts().states());
        assertEquals(found.counts().transitions(), inModelC.counts().transitions());
        assertEquals(found.counts().depth(), inModelC.counts().depth());
    }

    @Test
    void spinNeedsAsManyStepsToAPlantedBug() throws Exception {
        String report = spin(3, "-DNF=3", "-DNT=2");
        Exploration found = Explorer.explore(AnchorModel.withBug(3), ExplorationOptions.defaults());
        assertTrue(report.contains("assertion violated"), report);
        long steps;
        try (Stream<String> trail = Files.lines(folder.resolve("fpu.pml.trail"))) {
            steps = trail.filter(line -> !line.startsWith("-")).count();
        }
        assertEquals(steps, found.counterexample().orElseThrow().length());
    }

    private String spin(int bug, String... defines) throws IOException, InterruptedException {
        Files.copy(MODEL, folder.resolve("fpu.pml"));
        List<String> generate = new ArrayList<>(List.of("spin", "-a", "-DNOHIDE", "-DBUG=" + bug));
        generate.addAll(Arrays.asList(defines));
        generate.add("fpu.pml");
        run(generate);
        run(List.of("gcc", "-O1", "-w", "-DBFS", "-DNOREDUCE", "-DSAFETY", "-DNOFAIR", "-DNOBOUNDCHECK",
                "-DMEMLIM=2000", "-o", "pan", "pan.c"));
        return run(List.of("./pan", "-w22"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        process.waitFor();
        return Files.readString(output);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static long number(Pattern pattern, String report) {
        Matcher matcher = pattern.matcher(report);
        assertTrue(matcher.find(), report);
        return Long.parseLong(matcher.group(1));
    }
}
