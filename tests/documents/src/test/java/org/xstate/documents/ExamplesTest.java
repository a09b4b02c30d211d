package org.xstate.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show is what the commands print. */
class ExamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> commandsPrintWhatTheDocumentsShow() {
        Shell shell = new Shell(folder);
        return Stream.of("README.md", "docs/cli.md", "docs/model-c.md", "docs/museum.md",
                "docs/traps.md", "docs/answers.md")
                .flatMap(name -> Example.in(ROOT.resolve(name)).stream())
                .map(example -> DynamicTest.dynamicTest(example.where() + " " + example.command(),
                        () -> assertEquals(String.join("\n", example.output()).strip(),
                                String.join("\n", shell.run(example.command())).strip(), example.where())));
    }

    @Test
    void everyCommandHasAnExample() {
        List<String> commands = Example.in(ROOT.resolve("docs/cli.md")).stream().map(Example::command)
                .toList();
        for (String command : List.of("layout", "cpus", "cpus diff", "decode", "lint", "diff", "convert",
                "check", "compare", "run", "museum", "features", "source")) {
            assertTrue(commands.stream().anyMatch(line -> line.startsWith("xstate " + command + " ")
                    || line.equals("xstate " + command)), command);
        }
    }
}
