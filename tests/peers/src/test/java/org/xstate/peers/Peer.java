package org.xstate.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of others, found on the PATH. A test that needs an absent one is skipped, and says which. */
record Peer(String program, String debianPackage) {

    static final Peer GDB = new Peer("gdb", "gdb");
    static final Peer GCORE = new Peer("gcore", "gdb");
    static final Peer GCC = new Peer("gcc", "gcc");
    static final Peer READELF = new Peer("readelf", "binutils");
    static final Peer EU_READELF = new Peer("eu-readelf", "elfutils");

    private static final int LIMIT_SECONDS = 120;

    /** @param code exit code @param text what the program wrote to stdout and stderr */
    record Answer(int code, String text) {
    }

    boolean isPresent() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    void assumePresent() {
        assumeTrue(isPresent(), program + " is not on the PATH (Debian package " + debianPackage + ")");
    }

    /** @param arguments strings, numbers and paths */
    Answer run(Path folder, Object... arguments) {
        List<String> line = Stream.concat(Stream.of(program), Stream.of(arguments).map(Object::toString))
                .toList();
        try {
            Path output = Files.createTempFile(Folders.base(), program, ".txt");
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectErrorStream(true).redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " did not end in " + LIMIT_SECONDS + " s");
            }
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
