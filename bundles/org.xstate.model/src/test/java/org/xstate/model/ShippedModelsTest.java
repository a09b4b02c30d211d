package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelsTest {

    /** Those with tasks need the library, which is another bundle's. */
    @Test
    void everyShippedModelInRuleFormCompilesWithoutAWord() throws IOException {
        int models = 0;
        for (Path file : Models.shipped()) {
            String name = Models.examples().relativize(file).toString();
            if (ModelCompiler.outline(Models.files(Models.examples()), name).rules()) {
                assertEquals(List.of(), Models.example(name, Map.of()).diagnostics(), name);
                models++;
            }
        }
        assertTrue(models >= 3, "the models were not found");
    }

    @Test
    void gccReadsEveryShippedModel() throws IOException, InterruptedException {
        assumeTrue(hasGcc(), "gcc is not installed");
        for (Path file : Models.shipped()) {
            assertEquals("", gcc(file), file.toString());
        }
    }

    @Test
    void gccRefusesAModelThatIsNotC(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasGcc(), "gcc is not installed");
        Path file = Files.writeString(folder.resolve("bad.c"), "rule(x)\n{\n\tu8 a = ;\n}\n");
        assertTrue(gcc(file).contains("error"));
    }

    /** The features that the language manual lists, in one file that both accept; what the library declares would clash. */
    @Test
    void gccReadsWhatTheFrontEndAccepts(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasGcc(), "gcc is not installed");
        for (String text : AcceptedTest.ACCEPTED) {
            assertEquals("", gcc(Files.writeString(folder.resolve("m.c"), text), "-DXSTATE_WITHOUT_LIBRARY"),
                    text);
        }
    }

    @Test
    void theHeaderBesideTheExamplesIsTheOneInTheBundle() throws IOException {
        try (var resource = ModelCompiler.class.getResourceAsStream("xstate.h")) {
            assertEquals(new String(resource.readAllBytes(), StandardCharsets.UTF_8),
                    Files.readString(Models.examples().resolve("xstate.h")));
        }
    }

    private static boolean hasGcc() throws InterruptedException {
        try {
            return new ProcessBuilder("gcc", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String gcc(Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gcc", "-fsyntax-only", "-include",
                Models.examples().resolve("xstate.h").toString()));
        command.addAll(List.of(options));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return said.isEmpty() && exit != 0 ? "exit " + exit : said;
    }
}
