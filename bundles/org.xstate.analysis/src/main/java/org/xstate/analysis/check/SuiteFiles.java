package org.xstate.analysis.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a folder of scenario files is made of. */
public final class SuiteFiles {

    private SuiteFiles() {
    }

    /**
     * The scenario files of a folder and of the folders in it, in alphabetical order; empty if there is none.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Path> in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).filter(path -> path.toString().endsWith(".c")).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
