package org.xstate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The framework's working folder: one per run, so that runs do not meet and the installation may be read-only. It goes
 * when the JVM exits, also when the run is interrupted.
 */
final class Storage {

    private Storage() {
    }

    static Path create() {
        try {
            Path folder = Files.createTempDirectory("xstate-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "xstate-storage"));
            return folder;
        } catch (IOException e) {
            throw new LaunchFailure(ExitCode.CANNOT_WRITE,
                    "no working folder for the OSGi framework can be made in "
                            + System.getProperty("java.io.tmpdir") + " (" + e.getMessage()
                            + "); name another one: XSTATE_JAVA_OPTIONS=-Djava.io.tmpdir=DIR");
        }
    }

    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                        throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // somebody else deleted it, which is what was wanted
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
