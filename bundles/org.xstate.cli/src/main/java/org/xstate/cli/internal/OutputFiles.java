package org.xstate.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.xstate.analysis.report.WholeFile;
import org.xstate.cli.ExitCode;

/** Writes results: whole, or not at all. */
final class OutputFiles {

    private OutputFiles() {
    }

    static void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Stop if it cannot be written */
    static void write(String name, byte[] content) {
        Path path = InputFiles.path(name);
        try {
            WholeFile.write(path, content);
        } catch (IOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE, name + ": cannot be written: " + reason(e, path));
        }
    }

    /** The file system's own words where it has any; most of Java's messages are a path only. */
    private static String reason(IOException e, Path path) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + path.toAbsolutePath().getParent();
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
