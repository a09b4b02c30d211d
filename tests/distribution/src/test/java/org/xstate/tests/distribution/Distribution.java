package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An unpacked distribution, run as its user runs it, on a machine that has a JDK, a shell and little else. */
final class Distribution {

    /** What a run gave. */
    record Result(int exitCode, String out, String err) {
    }

    private static final long TIME_OUT_SECONDS = 120;

    private static Optional<Distribution> shared = Optional.empty();

    private final Path work;
    private final Path home;
    private final Path temporary;

    private Distribution(Path work, Path home, Path temporary) {
        this.work = work;
        this.home = home;
        this.temporary = temporary;
    }

    /** One for all tests that leave it as it was: its caches for fast starts are made once. */
    static synchronized Distribution shared() throws IOException, InterruptedException {
        if (shared.isEmpty()) {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared");
            shared = Optional.of(unpack(folder));
        }
        return shared.get();
    }

    /** Unpacks the archive into a folder with a blank in its name. */
    static Distribution unpack(Path work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("with blank"));
        Process tar = new ProcessBuilder("tar", "xzf", System.getProperty("xstate.distribution"), "-C",
                folder.toString()).inheritIO().start();
        assertEquals(0, tar.waitFor());
        try (var unpacked = Files.list(folder)) {
            return new Distribution(work, unpacked.findFirst().orElseThrow(),
                    Files.createDirectories(work.resolve("tmp")));
        }
    }

    Path script() {
        return home.resolve("xstate");
    }

    Path home() {
        return home;
    }

    /** The jar that plugins are compiled against. */
    Path api() throws IOException {
        try (var jars = Files.newDirectoryStream(home.resolve("plugins"), "org.xstate.api-*.jar")) {
            return jars.iterator().next();
        }
    }

    /** Everything that plugins may be compiled against, the OSGi API too. */
    Path program() {
        return home.resolve("lib/xstate.jar");
    }

    /** Where the JVM puts temporary files. */
    Path temporary() {
        return temporary;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(script(), work, arguments);
    }

    Result run(Path script, Path currentFolder, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        return start(currentFolder, command).await();
    }

    /** A run that has not ended. */
    final class Running {

        private final Process process;
        private final Path out;
        private final Path err;

        private Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /** Writes to its standard input. */
        void write(byte[] bytes) throws IOException {
            process.getOutputStream().write(bytes);
            process.getOutputStream().flush();
        }

        /** Sends it a signal. @param name without SIG */
        void signal(String name) throws IOException, InterruptedException {
            assertEquals(0, new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).inheritIO()
                    .start().waitFor());
        }

        Result await() throws IOException, InterruptedException {
            assertTrue(process.waitFor(TIME_OUT_SECONDS, TimeUnit.SECONDS), "xstate does not end");
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    /** Starts a command of this installation, or of {@code sh}, with an open standard input. */
    Running start(Path currentFolder, List<String> command) throws IOException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(currentFolder.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("XDG_CACHE_HOME", work.resolve("cache").toString());
        environment.put("PATH", tools().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // how long a plugin may take, so that tests of those that hang end soon
        environment.put("XSTATE_JAVA_OPTIONS", "-Dxstate.plugin.seconds=4 -Djava.io.tmpdir=" + temporary);
        return new Running(builder.start(), out, err);
    }

    /** A PATH of the tools that the script may use: in particular no Maven and no java. */
    private Path tools() throws IOException {
        Path bin = work.resolve("bin");
        if (!Files.exists(bin)) {
            Files.createDirectories(bin);
            for (String tool : List.of("sh", "readlink", "mkdir", "mv", "rm", "tr", "head", "env")) {
                for (String folder : List.of("/usr/bin", "/bin")) {
                    Path original = Path.of(folder, tool);
                    if (Files.exists(original) && !Files.exists(bin.resolve(tool))) {
                        Files.createSymbolicLink(bin.resolve(tool), original);
                    }
                }
            }
        }
        return bin;
    }
}
