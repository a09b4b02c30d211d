package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of somebody who writes a plugin: a project, one command, a jar in dropins. */
class PluginProjectTest {

    private static final int MOST_LINES = 150;
    private static final int MOST_LINES_OF_A_PANEL = 100;
    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));
    private static final Path TEMPLATE = ROOT.resolve("examples/plugin-template");
    private static final String MISSPELT = "exc_general_protecton";
    private static final String COUNTED = ".*(\\.java|\\.xml|\\.c|org\\.xstate\\.api\\.\\w+)";

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static OwnRepository repository;

    @BeforeAll
    static void prepare() throws Exception {
        distribution = Distribution.shared();
        // not in the temporary folder: JUnit would say of each link that it is one
        repository = OwnRepository
                .create(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "repository"));
    }

    @Test
    void theTemplateIsBuiltWithTheCommandOfItsReadmeAndWorksInDropins() throws Exception {
        Path project = copy(work.resolve("template/scratch"));
        String command = Files.readAllLines(project.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    ")).findFirst().orElseThrow().strip();
        Maven.run(project, repository, command.split(" "));
        inDropins(onlyJar(project), () -> {
            ScratchPlugin plugin = new ScratchPlugin(distribution, project, "SCRATCH", 40);
            plugin.works();
            plugin.isChecked();
            plugin.isChecked("--framework", "equinox");
        });
    }

    @Test
    void aProjectOfTheArchetypeIsBuiltAndWorksInDropins() throws Exception {
        Path folder = Files.createDirectories(work.resolve("archetype/made"));
        Maven.run(folder, repository, "mvn", "archetype:generate", "-DarchetypeGroupId=org.xstate",
                "-DarchetypeArtifactId=xstate-plugin-archetype",
                "-DarchetypeVersion=" + System.getProperty("xstate.version"), "-DgroupId=org.example",
                "-DartifactId=my-plugin", "-DfeatureName=MYSTATE", "-Dnumber=44");
        Path project = folder.resolve("my-plugin");
        Maven.run(project, repository, "mvn", "package");
        inDropins(onlyJar(project), () -> {
            ScratchPlugin plugin = new ScratchPlugin(distribution, project, "MYSTATE", 44);
            plugin.works();
            plugin.isChecked();
        });
        tutorial(project);
        panel(project.resolve("desktop"), "org.example.desktop", "MystatePanel", 44);
    }

    /** The last step of those that run a command is about a misspelt function. */
    private static void tutorial(Path project) throws Exception {
        List<Tutorial.Step> steps = Tutorial.in(ROOT.resolve("docs/plugins.md")).steps();
        for (Tutorial.Step step : steps.subList(0, steps.size() - 1)) {
            step.holds(run(project, step).out());
        }
        try (FileSystem jar = FileSystems.newFileSystem(onlyJar(project))) {
            Path text = jar.getPath("org/example/mystate/gp.c");
            Files.writeString(text, Files.readString(text).replace("exc_general_protection", MISSPELT));
        }
        Distribution.Result refused = run(project, steps.getLast());
        assertEquals(71, refused.exitCode(), refused.err());
        assertTrue(steps.getLast().output().toString().contains(MISSPELT));
        steps.getLast().holds(refused.out());
    }

    private static Distribution.Result run(Path project, Tutorial.Step step) throws Exception {
        List<String> words = new ArrayList<>(List.of("--plugins", "target"));
        words.addAll(step.words());
        return distribution.run(distribution.script(), project, words.toArray(String[]::new));
    }

    @Test
    void aPanelForTheDesktopIsBuiltAndTheCommandLineDoesNotMindIt() throws Exception {
        panel(copy(work.resolve("panel/scratch")).resolve("desktop"), "org.example.scratch.desktop",
                "ScratchPanel", 40);
    }

    /** Builds a project of a panel. @param number of the component that it shows */
    private static void panel(Path project, String bundle, String panel, int number) throws Exception {
        Maven.run(project, repository, "mvn", "package");
        Path built = onlyJar(project);
        try (FileSystem jar = FileSystems.newFileSystem(built)) {
            String declared = Files.readString(jar.getPath("plugin.xml"));
            assertTrue(declared.contains("component=\"%d\"".formatted(number)), declared);
            assertTrue(declared.contains("class=\"%s.%s\"".formatted(bundle, panel)), declared);
            assertTrue(Files.exists(jar.getPath(bundle.replace('.', '/'), panel + ".class")));
        }
        inDropins(built, () -> {
            // the first start with plugins says that it prepares later ones
            distribution.run("features");
            Distribution.Result listed = distribution.run("features");
            assertEquals(0, listed.exitCode(), listed.err() + listed.out());
            assertEquals("", listed.err());
        });
    }

    @Test
    void theWholeTemplateHasNoMoreThanAHundredAndFiftyLines() throws IOException {
        Path desktop = TEMPLATE.resolve("desktop");
        int panel = lines(files(desktop));
        int lines = lines(files(TEMPLATE)) - panel;
        assertTrue(lines > 100 && lines <= MOST_LINES, lines + " lines");
        assertTrue(panel > 50 && panel <= MOST_LINES_OF_A_PANEL, panel + " lines for the desktop");
    }

    private static int lines(List<Path> files) throws IOException {
        int lines = 0;
        for (Path file : files) {
            if (file.toString().matches(COUNTED)) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    /** As it is in a checkout, without what was built there. */
    private static Path copy(Path to) throws IOException {
        for (Path file : files(TEMPLATE)) {
            Path copy = to.resolve(TEMPLATE.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).startsWith("target")
                            && !root.relativize(file).startsWith("desktop/target"))
                    .sorted().toList();
        }
    }

    private static Path onlyJar(Path project) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (var found = Files.newDirectoryStream(project.resolve("target"), "*.jar")) {
            found.forEach(jars::add);
        }
        assertEquals(1, jars.size(), jars.toString());
        return jars.getFirst();
    }

    /** Something that is tried while a plugin is installed. */
    private interface Trial {
        void run() throws Exception;
    }

    private static void inDropins(Path jar, Trial trial) throws Exception {
        Path installed = distribution.home().resolve("dropins").resolve(jar.getFileName());
        Files.copy(jar, installed);
        try {
            trial.run();
        } finally {
            Files.delete(installed);
        }
    }
}
