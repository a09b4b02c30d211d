package org.xstate.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recorded inputs, read in place. */
public final class Corpus {

    private static final Path ROOT = Path.of(System.getProperty("xstate.corpus", "no corpus"));

    private Corpus() {
    }

    /** A file of the corpus; the test is skipped if it is not there. */
    public static Path file(String path) {
        Path file = ROOT.resolve(path);
        assumeTrue(Files.exists(file),
                () -> "skipped: no " + path + " in the corpus, which the property xstate.corpus names");
        return file;
    }

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, sorted by name; the test is skipped if it is not there. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
