package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** One run of the product, with a configuration and a workspace of its own, on a display or on one without a screen. */
final class StartedProduct {

    private static final int MINUTES = 15;
    private static final int END_OF_LOG = 60;
    private static final int FIRST_DISPLAY = 99;
    private static final int DISPLAYS = 100;
    private static final String PLUGINS = "tests/distribution/src/test/resources/frozen";

    private static final String DARK = """
            eclipse.preferences.version=1
            themeid=org.eclipse.e4.ui.css.theme.e4_dark
            """;

    private final Path folder;
    private final int exitCode;

    private StartedProduct(Path folder, int exitCode) {
        this.folder = folder;
        this.exitCode = exitCode;
    }

    /** In which form the desktop is looked at. @param scale screen dots for a point, each way */
    record Look(boolean dark, int scale) {

        @Override
        public String toString() {
            return "%s-%d".formatted(dark ? "dark" : "light", 100 * scale);
        }
    }

    /** Runs the tests. Skips, with the reason, where there is no display and no Xvfb. */
    static StartedProduct withTests(Path target) throws IOException, InterruptedException {
        return start(target, "ui-run", new Look(false, 1), List.of());
    }

    /** Photographs all stages into a folder, and skips as above. */
    static StartedProduct photographed(Path target, Look look, Path pictures)
            throws IOException, InterruptedException {
        return start(target, "gallery-" + look, look, List.of("-Dxstate.ui.tests.gallery=" + pictures));
    }

    /** Measures workloads instead, and skips as above. */
    static StartedProduct measured(Path target) throws IOException, InterruptedException {
        return start(target, "bench", new Look(false, 1), List.of("-Dxstate.ui.tests.bench=true"));
    }

    private static StartedProduct start(Path target, String name, Look look, List<String> properties)
            throws IOException, InterruptedException {
        Path folder = target.resolve(name);
        delete(folder);
        Files.createDirectories(folder.resolve("configuration"));
        Path product = Path.of(System.getProperty("xstate.root"),
                "features/workbench/product/target/xstate-workbench");
        Files.writeString(folder.resolve("configuration/config.ini"), configuration(product, target));
        if (look.dark()) {
            Path settings = Files.createDirectories(folder.resolve("configuration/.settings"));
            Files.writeString(settings.resolve("org.eclipse.e4.ui.css.swt.theme.prefs"), DARK);
        }
        // a plugin, and its panel, as a stranger's builds leave them
        Path dropins = Files.createDirectories(folder.resolve("home/dropins"));
        for (Path jar : jars(Path.of(System.getProperty("xstate.root"), PLUGINS))) {
            Files.copy(jar, dropins.resolve(jar.getFileName()));
        }
        List<String> command = new ArrayList<>(onDisplay(look));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-Dxstate.ui.tests.results=" + folder.resolve("results.tsv"),
                "-Dxstate.ui.tests.only=" + System.getProperty("xstate.ui.tests.only", ""),
                "-Dxstate.root=" + System.getProperty("xstate.root"),
                "-Dxstate.home=" + folder.resolve("home"),
                // nothing of what the product itself may have stored
                "-Dosgi.configuration.cascaded=false"));
        command.addAll(properties);
        command.addAll(List.of("-jar", launcher(product).toString(), "-nosplash", "-consoleLog", "-install",
                product.toString(),
                "-configuration", folder.resolve("configuration").toString(),
                "-data", folder.resolve("workspace").toString(),
                "-application", "org.xstate.ui.tests.application"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("GDK_SCALE", Integer.toString(look.scale()));
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new StartedProduct(folder, -1);
        }
        return new StartedProduct(folder, process.exitValue());
    }

    /** The product's, with the test bundle and what it needs. */
    static String configuration(Path product, Path target) throws IOException {
        List<Path> added = new ArrayList<>();
        added.addAll(jars(target.resolve("test-plugins")));
        added.addAll(jars(target).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.xstate.ui.tests-"))
                .toList());
        String bundles = added.stream().map(jar -> "reference\\:file\\:" + jar)
                .collect(Collectors.joining(",\\\n "));
        return Files.readString(product.resolve("configuration/config.ini"))
                .replaceFirst("(?m)^osgi\\.bundles=",
                        Matcher.quoteReplacement("osgi.bundles=" + bundles + ",\\\n "));
    }

    /**
     * A display without a screen, for each process of tests another: windows of several desktops on one display take the focus
     * from each other. A display with a screen is used where there is no other, and not for pictures of another size.
     */
    static List<String> onDisplay(Look look) {
        if (isInstalled("xvfb-run") && isInstalled("openbox")) {
            // processes that look for a free display at the same time would find the same
            int first = FIRST_DISPLAY + DISPLAYS * Integer.getInteger("xstate.fork", 0);
            return List.of("xvfb-run", "-a", "-n", Integer.toString(first), "-s",
                    "-screen 0 %dx%dx24".formatted(1620 * look.scale(), 1040 * look.scale()),
                    "sh", "-c", "openbox & exec \"$@\"", "-");
        }
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null && look.scale() == 1,
                "there is no display: install xvfb, xauth, openbox and libgtk-3-0");
        return List.of();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Path launcher(Path product) throws IOException {
        return jars(product.resolve("plugins")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        product + " is incomplete: build features/workbench"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** What came of each test, or of each picture; fails if the desktop ended before it was through, or had none. */
    List<Outcome> outcomes() throws IOException {
        Path file = folder.resolve("results.tsv");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.getLast().equals("END\t" + (lines.size() - 1))) {
            return fail("the desktop ended early, with " + exitCode + ":\n" + endOfLog());
        }
        assertTrue(lines.size() > 1, "no test was run");
        return lines.stream().limit(lines.size() - 1).map(Outcome::of).toList();
    }

    /** @param status {@code PASSED}, {@code SKIPPED} or {@code FAILED} @param text why */
    record Outcome(String status, String name, String text) {

        private static Outcome of(String line) {
            String[] fields = line.split("\t", -1);
            return new Outcome(fields[0], fields[1],
                    new String(Base64.getDecoder().decode(fields[2]), StandardCharsets.UTF_8));
        }

        /** As in the desktop: passes, fails or is skipped. */
        void repeat() {
            if (status.equals("SKIPPED")) {
                abort(text);
            }
            assertEquals("PASSED", status, text);
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("log.txt"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - END_OF_LOG), lines.size()));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
