package org.xstate.ui.check.internal.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.xstate.analysis.check.CheckSettings;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.checks.CheckRun.State;

/**
 * The checks of this workspace, in the order in which they were asked for. One explores at a time, with all threads; the others
 * wait. May be asked on any thread.
 */
public final class Checks {

    private static final Checks INSTANCE = new Checks();

    private final List<CheckRun> runs = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<CheckRun, CheckJob> jobs = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean restored;

    private Checks() {
    }

    public static Checks get() {
        return INSTANCE;
    }

    public List<CheckRun> runs() {
        return List.copyOf(runs);
    }

    /** @param listener called on whatever thread something changes */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Asks for a check; it takes the place of an earlier one of the same file or folder, which is cancelled. */
    public CheckRun start(Target target, CheckSettings settings) {
        CheckRun run = new CheckRun(target, settings, State.WAITING);
        Optional<CheckRun> earlier = find(target.path());
        earlier.ifPresent(this::cancel);
        int at = earlier.map(runs::indexOf).orElse(-1);
        if (at >= 0) {
            runs.set(at, run);
        } else {
            runs.add(run);
        }
        CheckJob job = new CheckJob(run, this);
        jobs.put(run, job);
        job.schedule();
        changed();
        return run;
    }

    public Optional<CheckRun> find(Path path) {
        return runs.stream().filter(run -> run.target().path().equals(path)).findFirst();
    }

    /** Answers at once; what is known so far is reported. */
    public void cancel(CheckRun run) {
        run.token().cancel();
        CheckJob job = jobs.get(run);
        if (job != null) {
            job.cancel();
        }
        changed();
    }

    void ended(CheckRun run) {
        jobs.remove(run);
        changed();
    }

    /** Takes it from the list, and its results from the disk. */
    public void remove(CheckRun run) {
        cancel(run);
        runs.remove(run);
        run.items().forEach(ResultStore::delete);
        changed();
    }

    public void remove(CheckedItem item) {
        ResultStore.delete(item);
        item.run().remove(item);
        if (item.run().items().isEmpty() && !item.run().isActive()) {
            runs.remove(item.run());
        }
        changed();
    }

    /** The same settings again. */
    public CheckRun again(CheckRun run) {
        return start(run.target(), run.settings());
    }

    /** Everything that is done, again. */
    public void allAgain() {
        runs().stream().filter(run -> !run.isActive()).forEach(this::again);
    }

    /** All answers, the latest first. */
    public List<CheckedItem> items() {
        List<CheckedItem> items = new ArrayList<>();
        runs.forEach(run -> items.addAll(run.items()));
        items.sort((one, other) -> other.when().compareTo(one.when()));
        return items;
    }

    /** Reads the results of earlier sessions, once, and from then on those of projects that are opened. */
    public synchronized void restore() {
        if (restored) {
            return;
        }
        restored = true;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this::workspaceChanged,
                IResourceChangeEvent.POST_CHANGE);
        reload();
    }

    private void workspaceChanged(IResourceChangeEvent event) {
        for (IResourceDelta delta : event.getDelta().getAffectedChildren()) {
            boolean opened = (delta.getFlags() & IResourceDelta.OPEN) != 0;
            if (opened || delta.getKind() == IResourceDelta.ADDED
                    || delta.getKind() == IResourceDelta.REMOVED) {
                Job.createSystem(Messages.checks_reading, (ICoreRunnable) monitor -> reload()).schedule();
                return;
            }
        }
    }

    private synchronized void reload() {
        runs.removeIf(
                run -> !run.isActive() && run.target().project().filter(one -> !one.isOpen()).isPresent());
        for (CheckRun run : ResultStore.readAll()) {
            if (run.items().stream().noneMatch(this::isThere)) {
                runs.add(run);
            }
        }
        changed();
    }

    /** Whether the answer about the same scenario is there, perhaps of a folder that was checked. */
    private boolean isThere(CheckedItem kept) {
        return find(kept.file()).isPresent() || runs.stream().flatMap(run -> run.items().stream())
                .anyMatch(item -> item.file().equals(kept.file())
                        && item.summary().scenario().equals(kept.summary().scenario()));
    }
}
