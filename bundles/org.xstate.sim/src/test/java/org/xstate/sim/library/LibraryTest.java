package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.FeatureCatalog;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;

class LibraryTest {

    static final FeatureCatalog CATALOG = FeatureCatalog.load(LibraryTest.class.getClassLoader());
    private static final KernelVersion KERNEL = new KernelVersion(6, 16, 0);

    static Library library(String profile, Map<String, String> knobs, String... features) {
        return assertInstanceOf(Library.Result.Ready.class,
                Library.of(profile, List.of(features), KERNEL, knobs, CATALOG, List.of())).library();
    }

    private static Library.Result.Refused refused(String profile, Map<String, String> knobs,
            String... features) {
        return assertInstanceOf(Library.Result.Refused.class,
                Library.of(profile, List.of(features), KERNEL, knobs, CATALOG, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"sapphirerapids, PKRU PASID, 0", "sapphirerapids, PKRU PASID CET_USER XTILE_DATA, 1",
        "zen3, FP SSE YMM PKRU CET_USER, 1", "haswell, SSE YMM, 0", "apx, PKRU APX, 1"})
    void theLibraryCompilesWithoutAWordForEveryProcessor(String profile, String features, String standard) {
        Library library = library(profile, Map.of("standard_images", standard), features.split(" "));
        String main = "scenario(s) { features(%s); }\ntask(A) { interleave(); }\n"
                .formatted(features.replace(" ", ", "));
        SourceFiles files = library.files().or(SourceFiles.of(Map.of("main.c", main)));
        Compilation compilation = ModelCompiler.compile(files, "main.c", new CompileOptions(Optional.empty(),
                Optional.of(KERNEL), Map.of("standard_images", standard), library.names()));
        assertEquals("", new DiagnosticText(files).render(compilation.diagnostics()));
        assertTrue(compilation.program().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"sapphirerapids, PKRU PASID CET_USER XTILE_DATA", "zen3, FP SSE YMM PKRU", "haswell, YMM"})
    void gccReadsTheLibraryOfEveryProcessor(String profile, String features, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        Library library = library(profile, Map.of(), features.split(" "));
        StringBuilder text = new StringBuilder();
        for (String name : library.names()) {
            text.append("# 1 \"").append(name).append("\"\n")
                    .append(library.files().text(name).orElseThrow());
        }
        Files.copy(Path.of("../../examples/xstate.h"), folder.resolve("xstate.h"));
        Files.writeString(folder.resolve("xstate-kernel.h"), "");
        Path file = Files.writeString(folder.resolve("all.c"), text);
        Process gcc = new ProcessBuilder("gcc", "-fsyntax-only", "-Wall", "-Wno-enum-compare", "-Wno-unused",
                "-Wno-parentheses",
                "-include", folder.resolve("xstate.h").toString(), file.toString()).redirectErrorStream(true)
                .start();
        assertEquals("", new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, gcc.waitFor());
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        assertEquals(new Library.Result.Refused("cpu_profile", "there is no CPU profile 'zen33'"),
                refused("zen33", Map.of(), "PKRU"));
        assertEquals(new Library.Result.Refused("features", "AMD Zen 3 does not have PASID"),
                refused("zen3", Map.of(), "PKRU", "PASID"));
        assertEquals(new Library.Result.Refused("features", "there is no component 'PKRUU'"),
                refused("zen3", Map.of(), "PKRUU"));
        assertEquals("features", refused("zen3", Map.of()).setting());
        assertEquals(new Library.Result.Refused("xsave_instruction",
                "CET_U cannot be saved with XSAVEC, only with XSAVES"),
                refused("zen3", Map.of("xsave_instruction", "INSN_XSAVEC"), "CET_USER"));
        assertEquals(
                new Library.Result.Refused("xsave_instruction", "Intel Haswell does not have XSAVES"),
                refused("haswell", Map.of("xsave_instruction", "INSN_XSAVES"), "YMM"));
        assertTrue(refused("haswell", Map.of("xsave_instruction", "XSAVE"), "YMM").reason()
                .startsWith("'XSAVE' is none of INSN_XSAVES, "));
    }

    @Test
    void aKernelSavesWithWhatItKnewAtItsTime() {
        Processor processor = library("zen3", Map.of(), "PKRU").map().processor();
        assertEquals(SaveInstruction.XSAVES, processor.save());
        var features = processor.cpu().features();
        var withoutXsaves = new org.xstate.layout.cpu.XsaveFeatures(true, true, true, true, false, false);
        assertEquals(SaveInstruction.XSAVEC, SaveInstruction.of(withoutXsaves, new KernelVersion(5, 19, 0)));
        assertEquals(SaveInstruction.XSAVEOPT,
                SaveInstruction.of(withoutXsaves, new KernelVersion(5, 18, 0)));
        assertEquals(SaveInstruction.XSAVES, SaveInstruction.of(features, new KernelVersion(5, 2, 0)));
    }

    @Test
    void whatComponentsRequireIsEnabledToo() {
        Processor processor = library("sapphirerapids", Map.of(), "XTILE_DATA", "OPMASK").map().processor();
        assertEquals(0x600e7, processor.xcr0().bits());
        assertEquals(1 << 18 | 1 << 5, processor.features().bits());
        assertEquals(1 << 18, processor.xfd().bits());
        assertEquals(0x200e7, processor.defaultFeatures().bits());
    }

    @Test
    void aNameThatLeavesTheLibraryIsNoFileOfIt() {
        Library library = library("zen3", Map.of(), "PKRU");
        assertEquals(Optional.empty(), library.files().text("../library/hardware/image.c"));
        assertEquals(Optional.empty(), library.files().text("/etc/passwd"));
        assertTrue(library.files().text("hardware/image.c").isPresent());
    }

    @Test
    void theIndexNamesEveryFileOnce() throws IOException {
        List<String> named = Library.fileNames();
        assertEquals(named.stream().distinct().toList(), named);
        Path folder = Path.of("src/main/resources/org/xstate/sim/library");
        try (var files = Files.walk(folder)) {
            assertEquals(named.stream().sorted().toList(),
                    files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                            .filter(name -> !name.equals("index")).sorted().toList());
        }
    }
}
