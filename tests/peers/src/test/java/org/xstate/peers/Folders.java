package org.xstate.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the tests find their inputs, and where they leave what they made: it can be looked at after a run. */
final class Folders {

    private static final Path BASE = emptied(Path.of("target", "peers").toAbsolutePath());

    private Folders() {
    }

    static Path base() {
        return BASE;
    }

    static Path create(String name) {
        try {
            return Files.createDirectories(BASE.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a resource beside this class into the folder. */
    static Path resource(String name) {
        Path file = BASE.resolve(name);
        try (InputStream in = Folders.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path project() {
        return Path.of(System.getProperty("xstate.root"));
    }

    /** Files of the recorded corpus. */
    static Path corpus(String path) {
        Path corpus = Path.of(System.getProperty("xstate.corpus", "../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), () -> "no corpus in " + corpus + " (property xstate.corpus)");
        return corpus.resolve(path);
    }

    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
