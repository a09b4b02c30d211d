package org.xstate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void listsTheJarsOfAFolderByNameAndNothingElse() throws Exception {
        for (String name : List.of("b.jar", "a.jar", "c.jar.part", "readme.txt")) {
            Files.writeString(folder.resolve(name), "");
        }
        assertEquals(List.of(folder.resolve("a.jar"), folder.resolve("b.jar")), Installation.jarsIn(folder));
    }

    @Test
    void aFolderThatIsNotThereHoldsNoJars() {
        assertEquals(List.of(), Installation.jarsIn(folder.resolve("dropins")));
    }

    @Test
    void anInstallationWithoutTheListOfItsBundlesIsIncomplete() {
        LaunchFailure failure = assertThrows(LaunchFailure.class, new Installation(folder, folder)::builtIns);
        assertEquals(70, failure.exitCode());
    }

    @Test
    void withoutJarsInDropinsTheClassPathIsTheHost() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(List.of("features", "--json"), new Installation(folder, folder),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        assertEquals(0, code);
        String document = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, document.indexOf("{\"schema\":\"xstate/features/1\",\"framework\":\"none\""),
                document);
    }
}
