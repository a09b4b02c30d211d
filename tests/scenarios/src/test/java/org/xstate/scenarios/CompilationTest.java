package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.Contributions;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program.Scenario;
import org.xstate.sim.library.Library;

/** Every scenario that is shipped compiles together with the library, on every kernel whose rules differ. */
class CompilationTest {

    private static final Path EXAMPLES = Path.of("../../examples");
    private static final List<String> VERSIONS = List.of("5.2", "5.14", "5.16", "5.18", "6.6", "6.15", "6.16",
            "6.18");
    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(CompilationTest.class.getClassLoader());
    private static final SourceFiles FILES = name -> {
        Path file = EXAMPLES.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    };

    static Stream<Arguments> scenarios() throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".c")).sorted().toList();
            return files.stream().map(file -> EXAMPLES.relativize(file).toString()).flatMap(file -> {
                Outline outline = ModelCompiler.outline(FILES, file);
                return outline.processes().isEmpty()
                        ? Stream.<Arguments>empty()
                        : outline.scenarios().stream().map(one -> Arguments.of(file, one));
            }).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void it_compiles_without_a_word(String file, Scenario scenario) {
        assertEquals(List.of(), compile(file, scenario, Optional.empty()));
    }

    /** A bad form of the museum is its good form with another setting. */
    static Stream<Arguments> different() throws IOException {
        return scenarios().filter(arguments -> !arguments.get()[0].toString().startsWith("museum/")
                || of((Scenario) arguments.get()[1], "expect_violation").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("different")
    void it_compiles_for_every_version(String file, Scenario scenario) {
        for (String version : VERSIONS) {
            List<String> errors = compile(file, scenario, KernelVersion.parse(version)).stream()
                    .filter(line -> line.startsWith("ERROR")).toList();
            assertEquals(List.of(), errors, version);
        }
    }

    private static List<String> compile(String file, Scenario scenario, Optional<KernelVersion> version) {
        Map<String, String> knobs = new LinkedHashMap<>();
        scenario.settings().stream().filter(setting -> setting.name().equals("set"))
                .forEach(setting -> knobs.put(setting.arguments().get(0), setting.arguments().get(1)));
        KernelVersion kernel = version.or(() -> of(scenario, "kernel").flatMap(KernelVersion::parse))
                .orElse(CompileOptions.DEFAULT_KERNEL);
        List<String> features = scenario.settings().stream()
                .filter(setting -> setting.name().equals("features"))
                .flatMap(setting -> setting.arguments().stream()).toList();
        Library.Result result = Library.of(of(scenario, "cpu_profile").orElseThrow(), features, kernel, knobs,
                CONTRIBUTIONS.features(), CONTRIBUTIONS.trapHandlers());
        assertTrue(result instanceof Library.Result.Ready, result::toString);
        Library library = ((Library.Result.Ready) result).library();
        CompileOptions options = new CompileOptions(Optional.of(scenario.name()), version, Map.of(),
                library.names());
        return ModelCompiler.compile(FILES.or(library.files()), file, options).diagnostics().stream()
                .map(one -> one.severity() + " " + one.span() + " " + one.message()).toList();
    }

    private static Optional<String> of(Scenario scenario, String setting) {
        return scenario.settings().stream().filter(one -> one.name().equals(setting))
                .map(one -> one.arguments().getFirst()).findFirst();
    }
}
