package org.xstate.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.xstate.api.Contributions;
import org.xstate.model.link.Machine;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The scenarios under examples/. */
final class Shipped {

    private static final Path EXAMPLES = Path.of(System.getProperty("xstate.root")).resolve("examples");

    private Shipped() {
    }

    /** A scenario laid out to be run. */
    record Scenario(String name, Machine machine) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Path> files() {
        return Stream.of("museum", "seed", "scenarios", "traps").map(EXAMPLES::resolve)
                .flatMap(Shipped::texts).sorted();
    }

    private static Stream<Path> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".c")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All scenarios of a file. */
    static List<Scenario> of(Path file) {
        LoadOptions options = LoadOptions.of(Contributions.onClassPath(Shipped.class.getClassLoader()));
        return ScenarioLoader.load(file.toString(), options).stream().map(Shipped::loaded).toList();
    }

    private static Scenario loaded(LoadedScenario one) {
        return new Scenario(one.name(), one.scenario()
                .orElseThrow(() -> new AssertionError(one.name() + " cannot be run: " + one)).machine());
    }
}
