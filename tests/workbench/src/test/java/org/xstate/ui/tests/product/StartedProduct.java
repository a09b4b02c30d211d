package org.xstate.ui.tests.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** One run of the product, with a configuration and a workspace of its own, on a display or on one without a screen. */
final class StartedProduct {

    private static final int MINUTES = 4;
    private static final int END_OF_LOG = 60;
    private static final String PLUGIN = "tests/distribution/src/test/resources/frozen/scratch-plugin-1.0.0.jar";

    private final Path folder;
    private final int exitCode;

    private StartedProduct(Path folder, int exitCode) {
        this.folder = folder;
        this.exitCode = exitCode;
    }

    /** Skips, with the reason, where there is no display and no Xvfb. */
    static StartedProduct withTests(Path target) throws IOException, InterruptedException {
        Path folder = target.resolve("ui-run");
        delete(folder);
        Files.createDirectories(folder.resolve("configuration"));
        Path product = Path.of(System.getProperty("xstate.root"),
                "features/workbench/product/target/xstate-workbench");
        List<Path> added = new ArrayList<>();
        added.addAll(jars(target.resolve("test-plugins")));
        added.addAll(jars(target).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.xstate.ui.tests-"))
                .toList());
        String bundles = added.stream().map(jar -> "reference\\:file\\:" + jar)
                .collect(Collectors.joining(",\\\n "));
        String ini = Files.readString(product.resolve("configuration/config.ini"));
        Files.writeString(folder.resolve("configuration/config.ini"),
                ini.replaceFirst("(?m)^osgi\\.bundles=",
                        java.util.regex.Matcher.quoteReplacement("osgi.bundles=" + bundles + ",\\\n ")));
        // a plugin as a stranger's build leaves it
        Files.createDirectories(folder.resolve("home/dropins"));
        Files.copy(Path.of(System.getProperty("xstate.root"), PLUGIN),
                folder.resolve("home/dropins/scratch.jar"));
        List<String> command = new ArrayList<>(onDisplay());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-Dxstate.ui.tests.results=" + folder.resolve("results.tsv"),
                "-Dxstate.ui.tests.only=" + System.getProperty("xstate.ui.tests.only", ""),
                "-Dxstate.root=" + System.getProperty("xstate.root"),
                "-Dxstate.home=" + folder.resolve("home"),
                // nothing of what the product itself may have stored
                "-Dosgi.configuration.cascaded=false",
                "-jar", launcher(product).toString(), "-nosplash", "-consoleLog", "-install",
                product.toString(),
                "-configuration", folder.resolve("configuration").toString(),
                "-data", folder.resolve("workspace").toString(),
                "-application", "org.xstate.ui.tests.application"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new StartedProduct(folder, -1);
        }
        return new StartedProduct(folder, process.exitValue());
    }

    private static List<String> onDisplay() {
        if (System.getenv("DISPLAY") != null) {
            return List.of();
        }
        Assumptions.assumeTrue(isInstalled("xvfb-run") && isInstalled("openbox"),
                "there is no display: install xvfb, xauth, openbox and libgtk-3-0");
        return List.of("xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "sh", "-c", "openbox & exec \"$@\"",
                "-");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path launcher(Path product) throws IOException {
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

    List<String> results() throws IOException {
        Path file = folder.resolve("results.tsv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    int exitCode() {
        return exitCode;
    }

    String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("log.txt"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - END_OF_LOG), lines.size()));
    }

    private static void delete(Path folder) throws IOException {
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
