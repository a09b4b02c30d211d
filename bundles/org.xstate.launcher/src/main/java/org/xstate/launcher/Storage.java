package org.xstate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The framework's working folder: one per run, so that runs do not meet and the installation may be read-only. It goes
 * when the JVM exits, also when the run is interrupted.
 */
final class Storage {

    private Storage() {
    }

    static Path create() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        // not Files.createTempDirectory: it starts the security providers, which takes longer than a command may
        Path folder = parent.resolve("xstate-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "xstate-storage"));
        try {
            create(folder);
        } catch (IOException e) {
            throw new LaunchFailure(ExitCode.CANNOT_WRITE,
                    "no working folder for the OSGi framework can be made in " + parent + " ("
                            + e.getMessage()
                            + "); name another one: XSTATE_JAVA_OPTIONS=-Djava.io.tmpdir=DIR");
        }
        return folder;
    }

    /** Fails if the folder is there; nobody else may look into it. */
    private static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
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
