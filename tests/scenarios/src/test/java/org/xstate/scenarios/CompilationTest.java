package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.Contributions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program.Scenario;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.ScenarioLoader;

/** Every scenario that is shipped compiles together with the library, on every kernel whose rules differ. */
class CompilationTest {

    private static final Path EXAMPLES = Path.of("../../examples");
    private static final List<String> VERSIONS = List.of("5.2", "5.14", "5.16", "5.18", "6.6", "6.15", "6.16",
            "6.18");
    private static final LoadOptions OPTIONS = LoadOptions
            .of(Contributions.onClassPath(CompilationTest.class.getClassLoader()));
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
            // the template's processor and instruction come with the plugin
            List<Path> files = all.filter(file -> file.toString().endsWith(".c"))
                    .filter(file -> !file.startsWith(EXAMPLES.resolve("plugin-template"))).sorted().toList();
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

    /** A bad form is a good form with another setting. */
    static Stream<Arguments> different() throws IOException {
        return scenarios()
                .filter(arguments -> of((Scenario) arguments.get()[1], "expect_violation").isEmpty());
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
        LoadOptions options = OPTIONS.only(List.of(scenario.name())).on(version,
                Optional.empty());
        return ScenarioLoader.load(EXAMPLES.resolve(file).toString(), options).stream()
                .flatMap(loaded -> loaded.diagnostics().stream())
                .map(one -> one.severity() + " " + one.span() + " " + one.message()).toList();
    }

    private static Optional<String> of(Scenario scenario, String setting) {
        return scenario.settings().stream().filter(one -> one.name().equals(setting))
                .map(one -> one.arguments().getFirst()).findFirst();
    }
}
