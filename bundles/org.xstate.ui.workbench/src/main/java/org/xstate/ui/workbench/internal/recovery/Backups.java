package org.xstate.ui.workbench.internal.recovery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.xstate.ui.workbench.internal.AtomicFile;

/** The backups in a folder, a file each. */
final class Backups {

    private static final String ENDING = ".backup";

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    /** Replaces an earlier one of the same editor and file in one go. */
    void write(Backup backup) throws IOException {
        AtomicFile.write(place(backup), backup.bytes());
    }

    void delete(Backup backup) {
        delete(place(backup));
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            ILog.of(Backups.class).warn("a backup that is not needed could not be deleted", e);
        }
    }

    private Path place(Backup backup) {
        return folder.resolve(backup.name() + ENDING);
    }

    /** Those that are whole, and whose content is in no file: others are deleted. */
    List<Backup> lost() {
        List<Backup> lost = new ArrayList<>();
        for (Path file : files()) {
            Optional<Backup> backup = read(file);
            if (backup.isPresent() && !isSaved(backup.get())) {
                lost.add(backup.get());
            } else {
                delete(file);
            }
        }
        return List.copyOf(lost);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            ILog.of(Backups.class).error("backups cannot be read", e);
            return List.of();
        }
    }

    private static Optional<Backup> read(Path file) {
        try {
            return Backup.read(Files.readAllBytes(file));
        } catch (IOException e) {
            ILog.of(Backups.class).warn("a backup cannot be read", e);
            return Optional.empty();
        }
    }

    /** Saved after all, and the desktop ended before it could forget the backup. */
    private static boolean isSaved(Backup backup) {
        return backup.form() == Backup.Form.TEXT
                && Backup.digest(backup.content()).equals(digest(backup.file()));
    }

    /** SHA-256 of a file; empty if there is none that can be read. */
    static String digest(URI file) {
        Path path = Path.of(file);
        try {
            return Files.isRegularFile(path) ? Backup.digest(Files.readAllBytes(path)) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
