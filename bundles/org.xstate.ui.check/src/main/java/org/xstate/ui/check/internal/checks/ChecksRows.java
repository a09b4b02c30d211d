package org.xstate.ui.check.internal.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.viewers.TreeViewer;
import org.xstate.ui.check.internal.Slice;

/**
 * Which checks and answers a tree shows. Only what has changed is touched, and many answers come in slices: hundreds of rows
 * would take longer than users wait.
 */
final class ChecksRows {

    private final Map<CheckRun, List<CheckedItem>> shown = new LinkedHashMap<>();
    private final Set<CheckedItem> outdated = new HashSet<>();

    List<CheckRun> runs() {
        return List.copyOf(shown.keySet());
    }

    List<CheckedItem> items(CheckRun run) {
        return shown.getOrDefault(run, List.of());
    }

    /** @return whether everything is shown; if not, it has to be called once more */
    boolean update(TreeViewer viewer, List<CheckRun> wanted) {
        Slice<CheckRun> runs = Slice.next(shown.keySet(), wanted);
        // the viewer may ask for rows while it removes some, and makes those that it gets
        shown.keySet().removeAll(runs.removed());
        viewer.remove(runs.removed().toArray());
        Map<CheckRun, List<CheckedItem>> before = new LinkedHashMap<>(shown);
        shown.clear();
        runs.shown().forEach(run -> shown.put(run, before.getOrDefault(run, List.of())));
        runs.added().forEach(run -> viewer.insert(viewer.getInput(), run, runs.shown().indexOf(run)));
        boolean complete = runs.shown().size() == wanted.size();
        for (CheckRun run : runs.shown()) {
            complete &= items(viewer, run);
            viewer.update(run, null);
        }
        age(viewer);
        return complete;
    }

    private boolean items(TreeViewer viewer, CheckRun run) {
        List<CheckedItem> before = items(run);
        List<CheckedItem> wanted = run.items();
        Slice<CheckedItem> slice = Slice.next(before, wanted);
        shown.put(run, before.stream().filter(item -> !slice.removed().contains(item)).toList());
        viewer.remove(slice.removed().toArray());
        shown.put(run, slice.shown());
        viewer.add(run, slice.added().toArray());
        if (before.isEmpty() && !slice.added().isEmpty()) {
            viewer.expandToLevel(run, 1);
        }
        return slice.shown().size() == wanted.size();
    }

    /** Answers whose file is younger by now, or is no more. */
    private void age(TreeViewer viewer) {
        List<CheckedItem> items = new ArrayList<>();
        shown.values().forEach(items::addAll);
        List<CheckedItem> aged = items.stream()
                .filter(item -> item.isOutdated() != outdated.contains(item)).toList();
        aged.forEach(item -> {
            if (!outdated.add(item)) {
                outdated.remove(item);
            }
        });
        outdated.retainAll(new HashSet<>(items));
        viewer.update(aged.toArray(), null);
    }
}
