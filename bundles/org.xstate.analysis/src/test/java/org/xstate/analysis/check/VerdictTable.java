package org.xstate.analysis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.xstate.analysis.Samples;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The scenarios of a folder and what each has to come out as, argued without looking at what it does. */
final class VerdictTable {

    private static final String HOLDS = "holds";

    private final Path folder;
    private final List<Line> lines;

    private record Line(String file, String scenario, String verdict) {
    }

    /** @param table in each line a file, a scenario, and the property that is violated, or {@value #HOLDS} */
    VerdictTable(Path folder, String table) {
        this.folder = folder;
        lines = table.lines().map(line -> line.split(" ")).map(word -> new Line(word[0], word[1], word[2]))
                .toList();
    }

    Stream<String> files() {
        return lines.stream().map(Line::file).distinct();
    }

    /** Every scenario of the file comes out as the table has it. */
    void holdsFor(String file) {
        List<String> expected = lines.stream().filter(line -> line.file().equals(file))
                .map(line -> line.scenario() + " " + line.verdict()).sorted().toList();
        assertEquals(expected,
                ScenarioLoader.load(folder.resolve(file).toString(), Samples.MODELS.with(Map.of())).stream()
                        .map(VerdictTable::verdict).sorted().toList());
    }

    /** No file of the folder is left out. */
    void isComplete() throws IOException {
        try (Stream<Path> shipped = Files.list(folder)) {
            assertEquals(new TreeSet<>(files().toList()),
                    new TreeSet<>(shipped.map(path -> path.getFileName().toString()).toList()));
        }
    }

    /** What is violated is what the scenario itself says that it expects. */
    void isWhatTheTextsSay() {
        lines.forEach(line -> assertTrue(
                line.verdict()
                        .equals(HOLDS) != text(line.file()).matches("(?s).*scenario\\(" + line.scenario()
                                + "\\)\\R\\{[^}]*expect_violation\\(\"" + line.verdict() + "\"\\);.*"),
                () -> line.file() + ", " + line.scenario() + ": " + line.verdict()));
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(LoadedScenario loaded) {
        CheckOptions options = CheckOptions.defaults();
        CheckReport report = ScenarioCheck.check(
                loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())), options.exploration(),
                options.reductions(), new CancelToken(), ProgressListener.SILENT);
        return loaded.name() + " " + (report.verdict() == Verdict.HOLDS
                ? HOLDS
                : report.property().orElseThrow(() -> new AssertionError(report.limit().toString())));
    }
}
