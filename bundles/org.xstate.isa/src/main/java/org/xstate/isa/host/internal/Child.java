package org.xstate.isa.host.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running child process. One case at a time; after a failure it is of no more use. */
final class Child implements AutoCloseable {

    /** What is kept of the child's standard error, in bytes. */
    private static final int KEPT = 4096;
    private static final int BUFFER = 1 << 16;
    private static final Duration END = Duration.ofSeconds(2);

    private final Process process;
    private final Path directory;
    private final Duration patience;
    private final CompletableFuture<String> errors;
    private final DataOutputStream out;
    private final DataInputStream in;

    /** The child has ended, does not answer, or answers something else. The message says how. */
    static final class Lost extends Exception {
        Lost(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Child(Process process, Path directory, Duration patience) {
        this.process = process;
        this.directory = directory;
        this.patience = patience;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.errors = CompletableFuture.supplyAsync(() -> tail(process.getErrorStream()),
                task -> Thread.ofVirtual().start(task));
    }

    /**
     * Starts a child.
     *
     * @param patience how long one answer may take
     * @throws IOException if the process cannot be started
     */
    static Child start(ChildCommand command, Duration patience) throws IOException {
        Path directory = Files.createTempDirectory("xstate-selftest");
        ProcessBuilder builder = new ProcessBuilder(command.line(directory));
        builder.directory(directory.toFile());
        builder.environment().keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        try {
            return new Child(builder.start(), directory, patience);
        } catch (IOException failure) {
            Files.deleteIfExists(directory);
            throw failure;
        }
    }

    /**
     * Says what is wanted.
     *
     * @throws NativeRefusal if the child may not do what is needed
     */
    Wire.Ready hello(Wire.Hello hello) throws Lost {
        return exchange(() -> Wire.write(out, hello), () -> switch (Wire.tag(in)) {
            case READY -> new Wire.Ready(in.readLong());
            case REFUSED -> throw new NativeRefusal(in.readUTF(), in.readUTF());
            default -> throw new Wire.NoMessage("neither ready nor a refusal");
        });
    }

    CaseResult run(CaseRequest request) throws Lost {
        CaseResult result = exchange(() -> Wire.write(out, request), () -> {
            if (Wire.tag(in) != Wire.Tag.RESULT) {
                throw new Wire.NoMessage("no result");
            }
            return Wire.readResult(in);
        });
        if (result.id() != request.id()) {
            throw new Lost("answered case " + result.id() + " instead of " + request.id(), null);
        }
        return result;
    }

    private interface Send {
        void send() throws IOException;
    }

    private interface Receive<T> {
        T receive() throws IOException;
    }

    private <T> T exchange(Send send, Receive<T> receive) throws Lost {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(() -> {
            late.set(true);
            process.destroyForcibly();
        }, CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            send.send();
            return receive.receive();
        } catch (Wire.NoMessage garbage) {
            watchdog.cancel(false);
            throw new Lost(afterGarbage(garbage), garbage);
        } catch (IOException failure) {
            watchdog.cancel(false);
            throw new Lost(late.get()
                    ? "gave no answer within " + patience.toSeconds() + " s and was ended"
                    : howItEnded(failure), failure);
        } finally {
            watchdog.cancel(false);
        }
    }

    /** A JVM that crashes says so on standard output before it ends. */
    private String afterGarbage(Wire.NoMessage garbage) {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            return howItEnded(gone);
        }
        String ended = howItEnded(garbage);
        return process.isAlive() || process.exitValue() == 0
                ? "answered with something else: " + garbage.getMessage()
                : ended;
    }

    private String howItEnded(IOException failure) {
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                return "closed its output and went on: " + failure.getMessage();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "was waited for in vain: interrupted";
        }
        String said = errors.completeOnTimeout("", END.toMillis(), TimeUnit.MILLISECONDS).join().lines()
                .filter(line -> !line.isBlank()).findFirst().orElse("");
        return "ended with exit code " + process.exitValue()
                + errorFile().map(info -> ", " + info).orElse("")
                + (said.isEmpty() ? "" : ", saying: " + said);
    }

    /** The line of the JVM's error report that tells the signal. */
    private Optional<String> errorFile() {
        Path report = directory.resolve(ChildCommand.ERROR_FILE);
        if (!Files.exists(report)) {
            return Optional.empty();
        }
        try {
            return Files.readString(report, StandardCharsets.ISO_8859_1).lines()
                    .filter(line -> line.startsWith("siginfo:")).findFirst();
        } catch (IOException unreadable) {
            return Optional.of("its error report cannot be read: " + unreadable.getMessage());
        }
    }

    private static String tail(InputStream stream) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[KEPT];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                if (text.length() < KEPT) {
                    text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            text.append("(standard error broke off: ").append(broken.getMessage()).append(')');
        }
        return text.toString();
    }

    /** Ends the process and removes its directory with whatever it left there. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            left.forEach(files::add);
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException stays) {
            directory.toFile().deleteOnExit();
        }
    }
}
