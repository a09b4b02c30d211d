package org.xstate.tests.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Linux, unpacked and started as its user does. */
class StartTest {

    private static final int TIME_OUT_SECONDS = 180;
    /** More than any window without content has. */
    private static final int COLOURS_OF_A_WINDOW = 50;

    @TempDir
    Path work;

    private final List<String> display = System.getenv("DISPLAY") != null
            ? List.of()
            : List.of("xvfb-run", "-a", "-s", "-screen 0 1400x900x24");

    @BeforeEach
    void thereIsADisplay() {
        assumeTrue(display.isEmpty() || Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xvfb-run"))),
                "there is no display: install xvfb, xauth and libgtk-3-0");
    }

    @Test
    void aDesktopInAFolderWithBlanksDrawsItsWindowTwiceAndLeavesTheInstallationAsItWas() throws Exception {
        Path root = Archive.LINUX.unpack(work.resolve("a folder with blanks"));
        Set<Path> before = files(root);
        for (String name : List.of("first start.png", "second start.png")) {
            Path picture = work.resolve(name);
            draw(root.resolve("xstate-workbench"), "--screenshot-and-exit", picture.toString());
            assertIsWindow(picture);
        }
        assertEquals(before, files(root));
        assertTrue(Files.isDirectory(work.resolve("cache of a user/xstate/workbench")), "where caches go");
    }

    @Test
    void aLinkToTheScriptAndTheCommandStartTheSameDesktop() throws Exception {
        Path root = Archive.LINUX.unpack(work.resolve("unpacked"));
        Path link = Files.createSymbolicLink(Files.createDirectories(work.resolve("bin")).resolve("xw"),
                root.resolve("xstate-workbench"));
        draw(link, "--screenshot-and-exit", work.resolve("link.png").toString());
        assertIsWindow(work.resolve("link.png"));
        draw(root.resolve("xstate"), "workbench", "--screenshot-and-exit",
                work.resolve("command.png").toString());
        assertIsWindow(work.resolve("command.png"));
    }

    @Test
    void commandsThatWereUnpackedBesideADesktopFindIt() throws Exception {
        Path root = Archive.LINUX.unpack(work.resolve("unpacked"));
        Path commands = Files.createDirectories(root.resolveSibling("xstate-headless/scripts"));
        for (String file : List.of("xstate", "scripts/find-jdk.sh", "scripts/workbench.sh")) {
            Files.copy(root.resolve(file), commands.resolveSibling(file),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        draw(commands.resolveSibling("xstate"), "workbench", "--screenshot-and-exit",
                work.resolve("beside.png").toString());
        assertIsWindow(work.resolve("beside.png"));
    }

    private void draw(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(display);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(work, "log", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", work.resolve("cache of a user").toString());
        environment.put("XSTATE_WORKSPACE", work.resolve("no workspace").toString());
        Process process = builder.start();
        assertTrue(process.waitFor(TIME_OUT_SECONDS, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, process.exitValue(), Files.readString(log));
        assertTrue(Files.notExists(work.resolve("no workspace")), "a picture used somebody's workspace");
    }

    private static void assertIsWindow(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertTrue(image.getWidth() > 900 && image.getHeight() > 600,
                image.getWidth() + " by " + image.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > COLOURS_OF_A_WINDOW, colours.size() + " colours: the window is empty");
    }

    private static Set<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return new HashSet<>(files.toList());
        }
    }
}
