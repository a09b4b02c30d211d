package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;
import org.xstate.api.Contributions;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.SourceFormatter;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.SourceToken;
import org.xstate.model.index.TextEdit;
import org.xstate.sim.scenario.LoadOptions;

/** What editors are told about every example, and about the library, all of which compile. */
class SourceServicesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("xstate.root")).resolve("examples");
    private static final ModelSources SOURCES = new ModelSources(
            LoadOptions.of(Contributions.onClassPath(SourceServicesTest.class.getClassLoader())));

    /** Without the headers for C compilers, which are no model C, and the template of a plugin that is not installed. */
    static Stream<String> files() {
        return ModelSources.filesIn(EXAMPLES).stream()
                .filter(file -> !file.contains("/plugin-template/") && !file.matches(".*/xstate[^/]*\\.h"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNameIsKnown(String file) {
        SourceIndex index = SOURCES.index(ModelSources.onDisk(), file);
        List<String> unknown = new ArrayList<>();
        for (String one : index.files()) {
            for (Occurrence name : index.unknown(one)) {
                unknown.add(
                        one + ":" + index.text(one).orElseThrow().line(name.offset()) + " " + name.name());
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(index.occurrences(file).size() > 3, file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsWrongWithIt(String file) {
        List<String> errors = Problems.of(SOURCES, ModelSources.onDisk(), file, () -> false).stream()
                .map(Problem::diagnostic).filter(Diagnostic::isError).map(Diagnostic::toString).toList();
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @MethodSource("files")
    void layingOutChangesWhiteSpaceOnlyAndComesToAnEnd(String file) {
        String text = ModelSources.onDisk().text(file).orElseThrow();
        laidOut(file, text, 80);
        laidOut(file, text, 100);
    }

    @Test
    void theLibraryIsLaidOutAsTheFormatterWouldDoIt() {
        SourceIndex index = SOURCES.index(ModelSources.onDisk(),
                EXAMPLES.resolve("seed/begin-finish.c").toString());
        int same = 0;
        List<String> files = index.files().stream().filter(index::isLibrary)
                .filter(file -> !file.equals("hardware/machine.h")).toList();
        for (String file : files) {
            String text = index.text(file).orElseThrow().text();
            laidOut(file, text, 80);
            same += laidOut(file, text, 125).equals(text) ? 1 : 0;
        }
        // a few lines are broken in a way of their own
        assertTrue(same >= files.size() - 3, same + " of " + files.size());
    }

    private static String laidOut(String file, String text, int width) {
        String once = formatted(file, text, width);
        assertEquals(words(text), words(once), file);
        assertEquals(once, formatted(file, once, width), file);
        return once;
    }

    private static String formatted(String file, String text, int width) {
        return TextEdit.apply(text, SourceFormatter.format(SourceText.of(file, text), width).orElseThrow());
    }

    private static List<String> words(String text) {
        return SourceText.of("", text).tokens().stream().map(SourceToken::text)
                .map(word -> word.startsWith("/*") ? word.replaceAll("\\s+", " ") : word).toList();
    }
}
