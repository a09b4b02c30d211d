package org.xstate.ui.workbench.internal.open;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;
import org.xstate.ui.workbench.internal.AtomicFile;

/** The files that were opened last, latest first; kept from one start to the next, a path on each line. */
public final class RecentFiles {

    /** So many that each has a digit, and then some. */
    static final int MOST = 15;

    private final Path store;

    RecentFiles(Path store) {
        this.store = store;
    }

    /** Those of the workspace that is open. */
    public static RecentFiles ofWorkspace() {
        return new RecentFiles(Platform
                .getStateLocation(FrameworkUtil.getBundle(RecentFiles.class)).append("recent.txt").toPath());
    }

    /** Files that are no longer there stay in the list: a share may only be away for a while. */
    public synchronized List<Path> list() {
        if (!Files.isRegularFile(store)) {
            return List.of();
        }
        try {
            return Files.readString(store, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(Path::of).toList();
        } catch (IOException e) {
            ILog.of(RecentFiles.class).warn("the list of recent files cannot be read", e);
            return List.of();
        }
    }

    /** Puts a file first. */
    public synchronized void add(Path file) {
        List<Path> files = new ArrayList<>(list());
        Path whole = file.toAbsolutePath().normalize();
        files.remove(whole);
        files.addFirst(whole);
        write(files.subList(0, Math.min(MOST, files.size())));
    }

    /** Forgets a file. */
    public synchronized void remove(Path file) {
        write(list().stream().filter(one -> !one.equals(file)).toList());
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        write(List.of());
    }

    private void write(List<Path> files) {
        StringBuilder text = new StringBuilder();
        // a name with a line break in it cannot be kept in lines
        files.stream().map(Path::toString).filter(name -> !name.contains("\n"))
                .forEach(name -> text.append(name).append('\n'));
        try {
            AtomicFile.write(store, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            ILog.of(RecentFiles.class).warn("the list of recent files cannot be kept", e);
        }
    }
}
