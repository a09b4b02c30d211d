package org.xstate.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

import org.xstate.api.ImageSource;
import org.xstate.cli.ExitCode;

/** Opens input files and says plainly why one cannot be opened. */
final class InputFiles {

    private InputFiles() {
    }

    /** Opens a file, hands it over, and closes it. The result must not refer to the file's bytes. */
    static <T> T read(String name, Function<ImageSource, T> use) {
        Path path = path(name);
        if (Files.isDirectory(path)) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": this is a folder; give a file");
        }
        try {
            return use.apply(
                    new ImageSource(name, java.lang.foreign.MemorySegment.ofArray(Files.readAllBytes(path))));
        } catch (IOException e) {
            throw missing(name, e);
        }
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Stop(ExitCode.USAGE, "'" + name + "' is no file name: " + e.getReason());
        }
    }

    private static Stop missing(String name, IOException e) {
        String why = e instanceof NoSuchFileException
                ? "there is no such file"
                : String.valueOf(e.getMessage());
        return new Stop(ExitCode.INPUT_MISSING, name + ": " + why);
    }
}
