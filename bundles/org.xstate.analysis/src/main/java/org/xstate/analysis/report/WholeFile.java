package org.xstate.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all: whatever ends the program, the old content is there, or the new one. */
public final class WholeFile {

    private WholeFile() {
    }

    /** As UTF-8. */
    public static void write(Path path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Through a neighbour file that replaces the old one when it is complete; devices and pipes are written directly. */
    public static void write(Path path, byte[] content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            Files.write(path, content, StandardOpenOption.WRITE);
            return;
        }
        Path folder = path.toAbsolutePath().getParent();
        Path part = folder.resolve("." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, content);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Why it failed: the file system's own words where it has any; most of Java's messages are a path only. */
    public static String reason(IOException e, Path path) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + path.toAbsolutePath().getParent();
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
