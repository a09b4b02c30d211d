package org.xstate.ui.workbench.internal.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.xstate.ui.workbench.internal.AtomicFile;

/**
 * A folder in the workspace through which a second start hands the files that it was given to the desktop that has the
 * workspace. A request is one file with a path on each line, put there in one go.
 */
public final class Inbox implements AutoCloseable {

    private static final String REQUEST = ".open";

    private final Path folder;
    private final WatchService watch;

    private Inbox(Path folder, WatchService watch) {
        this.folder = folder;
        this.watch = watch;
    }

    /** Where it is. @param workspace its folder */
    private static Path in(Path workspace) {
        return workspace.resolve(".metadata/.plugins/org.xstate.ui.workbench/inbox");
    }

    /** Hands files over. */
    static void send(Path workspace, List<Path> files) throws IOException {
        AtomicFile.write(in(workspace).resolve(UUID.randomUUID() + REQUEST),
                files.stream().map(Path::toString).collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes requests from now on; what lies there is of a time when nobody read it, and is forgotten.
     *
     * @param taken told of each request on a thread of the inbox's own
     */
    public static Inbox open(Path workspace, Consumer<List<Path>> taken) throws IOException {
        Path folder = in(workspace);
        Files.createDirectories(folder);
        Inbox inbox = new Inbox(folder, folder.getFileSystem().newWatchService());
        folder.register(inbox.watch, StandardWatchEventKinds.ENTRY_CREATE);
        inbox.take(_ -> {
            // nobody waits for it any more
        });
        Thread.ofPlatform().daemon().name("files-to-open").start(() -> inbox.read(taken));
        return inbox;
    }

    private void read(Consumer<List<Path>> taken) {
        try {
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                take(taken);
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            // the desktop ends
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            ILog.of(Inbox.class).error("files that another start hands over are no longer taken", e);
        }
    }

    private void take(Consumer<List<Path>> taken) throws IOException {
        List<Path> requests;
        try (Stream<Path> files = Files.list(folder)) {
            requests = files.filter(file -> file.toString().endsWith(REQUEST)).sorted().toList();
        }
        for (Path request : requests) {
            List<Path> files = Files.readAllLines(request).stream().filter(line -> !line.isBlank())
                    .map(Path::of)
                    .toList();
            Files.delete(request);
            taken.accept(files);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
