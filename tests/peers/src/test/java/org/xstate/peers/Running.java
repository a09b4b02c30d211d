package org.xstate.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A running {@link Program}: every thread has loaded its registers and waits.
 *
 * @param registers by kind of thread, then by register: what the program says that it loads
 * @param kinds     kind of a thread, by thread id
 */
record Running(Process process, Map<String, Map<String, BigInteger>> registers, Map<Long, String> kinds)
        implements AutoCloseable {

    /** @param arguments of the program */
    static Running start(Path program, Path folder, String... arguments) {
        List<String> line = new ArrayList<>(
                List.of("sh", "-c", "ulimit -c unlimited 2>/dev/null; exec \"$0\" \"$@\"",
                        program.toString()));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Running running = new Running(process, new LinkedHashMap<>(), new LinkedHashMap<>());
            running.readUntilAllAreReady(process.inputReader());
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it with SIGABRT, for which the kernel writes a core, and waits for that. */
    void abort() {
        try {
            new ProcessBuilder("kill", "-ABRT", Long.toString(process.pid())).start().waitFor();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readUntilAllAreReady(BufferedReader lines) throws IOException {
        Set<String> waiting = new HashSet<>();
        do {
            String line = lines.readLine();
            if (line == null) {
                // what the shell says if exec fails: kernels are built without 32-bit programs, too
                assumeTrue(exitCode() != 126, "this kernel does not run such a program");
                throw new IllegalStateException("the program ended early, code " + exitCode());
            }
            String[] words = line.split(" ");
            switch (words[1]) {
                case "thread" -> kinds.put(Long.parseLong(words[2]), words[0]);
                case "ready" -> waiting.remove(words[0]);
                default -> {
                    waiting.add(words[0]);
                    registers.computeIfAbsent(words[0], _ -> new LinkedHashMap<>()).put(words[1],
                            new BigInteger(words[2], 16));
                }
            }
        } while (!waiting.isEmpty());
    }
}
