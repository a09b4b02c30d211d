package org.xstate.cli.internal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

import org.xstate.api.ImageSource;
import org.xstate.cli.ExitCode;
import org.xstate.formats.image.ImageFiles;

/** Opens input files and says plainly why one cannot be opened. */
final class InputFiles {

    private InputFiles() {
    }

    /** Opens a file, hands it over, and closes it. The result must not refer to the file's bytes. */
    static <T> T read(String name, Function<ImageSource, T> use) {
        try (Arena arena = Arena.ofConfined()) {
            return use.apply(open(name, arena));
        }
    }

    /** Opens a file for as long as the arena lives. */
    static ImageSource open(String name, Arena arena) {
        Path path = inputPath(name);
        if (Files.isDirectory(path)) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": this is a folder; give a file");
        }
        try {
            return ImageFiles.open(path, arena);
        } catch (NoSuchFileException e) {
            // Java cannot name files outside the locale's character set
            throw new Stop(ExitCode.INPUT_MISSING, name + ": there is no such file"
                    + (name.indexOf('\uFFFD') >= 0
                            ? ", as far as this locale can name it; try - with the file as stdin"
                            : ""));
        } catch (AccessDeniedException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": may not be read (permission denied)");
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": cannot be read: " + e.getMessage());
        }
    }

    /** @param name a path, or - for standard input */
    private static Path inputPath(String name) {
        return path(name.equals("-") ? "/dev/stdin" : name);
    }

    static Path path(String name) {
        try {
            return Surroundings.path(name);
        } catch (InvalidPathException e) {
            throw new Stop(ExitCode.USAGE, "'" + name + "' is no file name: " + e.getReason());
        }
    }
}
