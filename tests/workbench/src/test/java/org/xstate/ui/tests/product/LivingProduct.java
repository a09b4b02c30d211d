package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product while it runs, with a script of the test bundle in it; to be waited for, or killed. */
final class LivingProduct implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Path folder;
    private final Process process;

    private LivingProduct(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it. Skips where there is no display.
     *
     * @param folder    of this run alone, for its log and its configuration
     * @param workspace may be one that another run has left
     * @param script    simple name of a class of the test bundle; empty to start the product as users do
     * @param arguments of the command line
     */
    static LivingProduct start(Path folder, Path workspace, String script, String... arguments)
            throws IOException {
        return start(folder, workspace, script, false, List.of(arguments));
    }

    /** As above, with what a new workspace is greeted with. */
    static LivingProduct greeting(Path folder, Path workspace, String script) throws IOException {
        return start(folder, workspace, script, true, List.of());
    }

    private static LivingProduct start(Path folder, Path workspace, String script, boolean greeting,
            List<String> arguments) throws IOException {
        StartedProduct.delete(folder);
        Path product = Path.of(System.getProperty("xstate.root"),
                "features/workbench/product/target/xstate-workbench");
        Files.createDirectories(folder.resolve("configuration"));
        Files.writeString(folder.resolve("configuration/config.ini"),
                StartedProduct.configuration(product, Path.of("target").toAbsolutePath()));
        List<String> command = new ArrayList<>(StartedProduct.onDisplay(new StartedProduct.Look(false, 1)));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-Dxstate.ui.tests.results=" + folder.resolve("results.tsv"),
                "-Dxstate.ui.tests.only=" + script, "-Dxstate.root=" + System.getProperty("xstate.root"),
                "-Dxstate.ui.firstStart=" + greeting, "-Dxstate.terminal=true",
                "-Dosgi.configuration.cascaded=false", "-jar", StartedProduct.launcher(product).toString(),
                "-nosplash", "-consoleLog", "-install", product.toString(), "-configuration",
                folder.resolve("configuration").toString(), "-data", workspace.toString(), "-application",
                script.isEmpty()
                        ? "org.xstate.ui.workbench.application"
                        : "org.xstate.ui.tests.application"));
        command.addAll(arguments);
        return new LivingProduct(folder, new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile()).start());
    }

    /** Waits until something is so; fails if the product ends before. */
    void await(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(DEADLINE);
        while (!condition.call()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                fail("it is not so that %s; the log:%n%s".formatted(what, log()));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** SIGKILL, to the virtual machine first: nothing of it may notice. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        Stream.concat(all.stream().filter(LivingProduct::isJava), all.stream())
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().filter(name -> name.endsWith("java")).isPresent();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            return fail("the desktop does not end");
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    /** The log, for a message. */
    String logged() {
        try {
            return log();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What the script came to, a line for each of its tests. */
    List<String> results() throws IOException {
        Path file = folder.resolve("results.tsv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            try {
                kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
