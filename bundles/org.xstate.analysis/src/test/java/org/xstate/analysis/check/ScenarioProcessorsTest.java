package org.xstate.analysis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.analysis.Samples;
import org.xstate.api.Contributions;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ProcessorFinder;
import org.xstate.sim.scenario.ProcessorFinder.Result;
import org.xstate.sim.scenario.ScenarioLoader;

class ScenarioProcessorsTest {

    /** x87, SSE and AVX at 576, and an AVX of 272 bytes, which no processor has. */
    private static final String CPUID = """
            CPU:
               0x0000000d 0x00: eax=0x00000007 ebx=0x00000350 ecx=0x00000350 edx=0x00000000
               0x0000000d 0x01: eax=0x00000003 ebx=0x00000350 ecx=0x00000000 edx=0x00000000
               0x0000000d 0x02: eax=0x00000110 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
            """;
    private static final String SCENARIO = """
            scenario(s) {
            	cpu_profile("%s");
            	features(AVX);
            }
            task(A) {
            	enter_kernel();
            }
            """;

    @TempDir
    Path folder;

    private final ScenarioProcessors finder = new ScenarioProcessors(Samples.CATALOG);

    private Result find(String name) {
        return finder.find(name, folder.resolve("s.c").toString());
    }

    private LoadedScenario load(String profile, ProcessorFinder processors) throws IOException {
        Path file = Files.writeString(folder.resolve("s.c"), SCENARIO.formatted(profile));
        return ScenarioLoader.load(file.toString(),
                LoadOptions.of(Contributions.onClassPath(getClass().getClassLoader())).on(processors))
                .getFirst();
    }

    @Test
    void aFileBesideTheScenarioIsAProcessor() throws IOException {
        Files.writeString(folder.resolve("new.cpuid"), CPUID);
        LoadedScenario loaded = load("new.cpuid", finder);
        var map = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).map().orElseThrow();
        assertEquals(0x110, map.processor().cpu().component(2).orElseThrow().size());
        assertEquals(List.of(), loaded.diagnostics());
    }

    @Test
    void withoutTheFinderOnlyKnownProcessorsAreFound() throws IOException {
        Files.writeString(folder.resolve("new.cpuid"), CPUID);
        String text = load("new.cpuid", ProcessorFinder.KNOWN).text();
        assertTrue(text.contains("there is no CPU profile 'new.cpuid'") && text.contains("s.c:2:"), text);
    }

    @Test
    void aKnownNameWinsOverAFile() throws IOException {
        Files.writeString(folder.resolve("zen3"), CPUID);
        CpuProfile profile = assertInstanceOf(Result.Found.class, find("zen3")).profile();
        assertEquals("AMD Zen 3", profile.name());
    }

    @Test
    void whatIsNoProcessorIsRefusedWithAReason() throws IOException {
        Files.writeString(folder.resolve("notes"), "buy milk\n");
        Files.writeString(folder.resolve("old"), "CPU:\n   0x0000000d 0x00: eax=0x00000000 ebx=0x00000000 "
                + "ecx=0x00000000 edx=0x00000000\n");
        Files.createDirectory(folder.resolve("folder"));
        String unusable = " is no CPUID output with a usable leaf 0DH; xstate layout --cpuid says why";
        assertEquals(new Result.Missing("'notes'" + unusable), find("notes"));
        assertEquals(new Result.Missing("'old'" + unusable), find("old"));
        for (String name : List.of("folder", "none", "a\0b")) {
            assertEquals(new Result.Missing("there is no CPU profile '" + name
                    + "', and no file of that name beside the scenario"), find(name));
        }
    }
}
