package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about the text of the sources. */
class SourceRulesTest {

    private static final int MAX_LINES = 450;

    /** Somebody's machine; system folders such as /proc are fine. Split, so that this file keeps the rule itself. */
    private static final Pattern MACHINE_PATH = Pattern
            .compile("[\"' (=](/wo" + "rk/|/ho" + "me/|/ro" + "ot/|/Us" + "ers/)");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    @Test
    void noSourceFileIsLongerThanTheLimit() throws IOException {
        List<Path> files = Sources.files(Sources.root(), ".java", ".sh", ".c", ".h");
        assertTrue(files.size() > 50, "the sources were not found");
        assertEquals(List.of(), tooLong(files));
    }

    @Test
    void aFileThatIsTooLongIsFound(@TempDir Path folder) throws IOException {
        Path limit = Files.writeString(folder.resolve("Limit.java"), "//\n".repeat(MAX_LINES));
        Path over = Files.writeString(folder.resolve("Over.java"), "//\n".repeat(MAX_LINES + 1));
        assertEquals(List.of("Over.java: 451 lines"), tooLong(List.of(limit, over)));
    }

    @Test
    void noFileNamesAFolderOfSomebodysMachine() throws IOException {
        assertEquals(List.of(),
                machinePaths(Sources.files(Sources.root(), ".java", ".sh", ".xml", ".md", ".bnd",
                        ".bndrun", ".txt", ".json", ".properties", "xstate", "build", "run")));
    }

    @Test
    void aFolderOfSomebodysMachineIsFound(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("Bad.java"), "String s = \"/ho" + "me/me/core\";");
        Path good = Files.writeString(folder.resolve("Good.java"), "String s = \"/proc/self/maps\";");
        assertEquals(List.of("Bad.java"), machinePaths(List.of(bad, good)));
    }

    @Test
    void everyPackageOfABundleIsEitherExportedWithAVersionOrNamedInternal() throws IOException {
        List<Path> sources = Sources.files(Sources.root().resolve("bundles"), ".java").stream()
                .filter(file -> file.toString().contains("src/main/java")).toList();
        assertTrue(sources.size() > 30, "the sources of the bundles were not found");
        assertEquals(List.of(), withoutVersion(sources));
    }

    @Test
    void aPackageWithoutAVersionIsFound(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(write(folder, "a/Type.java", "package org.a;\n"));
        files.add(write(folder, "b/Type.java", "package org.b;\n"));
        files.add(write(folder, "b/package-info.java", "@Export\npackage org.b;\n"));
        files.add(write(folder, "c/Type.java", "package org.c;\n"));
        files.add(write(folder, "c/package-info.java", "@Export\n@Version(\"1.0.0\")\npackage org.c;\n"));
        files.add(write(folder, "d/internal/Type.java", "package org.d.internal;\n"));
        assertEquals(List.of("org.a", "org.b"), withoutVersion(files));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> tooLong(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > MAX_LINES) {
                found.add(file.getFileName() + ": " + lines + " lines");
            }
        }
        return found;
    }

    private static List<String> machinePaths(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (MACHINE_PATH.matcher(Files.readString(file)).find()) {
                found.add(file.getFileName().toString());
            }
        }
        return found;
    }

    /** The launcher exports nothing: nobody is built on it. */
    private static List<String> withoutVersion(List<Path> files) throws IOException {
        List<String> packages = new ArrayList<>();
        List<String> versioned = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file);
            var declaration = PACKAGE.matcher(text);
            if (!declaration.find()) {
                continue;
            }
            String name = declaration.group(1);
            packages.add(name);
            if (file.endsWith("package-info.java") && text.contains("@Export")
                    && text.contains("@Version(")) {
                versioned.add(name);
            }
        }
        return packages.stream().distinct().filter(name -> !versioned.contains(name))
                .filter(name -> !List.of(name.split("\\.")).contains("internal"))
                .filter(name -> !name.equals("org.xstate.launcher")).sorted().toList();
    }
}
