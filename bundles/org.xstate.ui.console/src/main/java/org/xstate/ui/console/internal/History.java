package org.xstate.ui.console.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The lines that were typed, kept from one start to the next. On the thread of the user interface. */
final class History {

    private static final String NODE = "org.xstate.ui.console";
    private static final String KEY = "history";
    private static final int MOST = 200;

    private final Preferences preferences = InstanceScope.INSTANCE.getNode(NODE);
    private final List<String> lines = new ArrayList<>();
    private int position;

    History() {
        preferences.get(KEY, "").lines().filter(line -> !line.isBlank()).forEach(lines::add);
        position = lines.size();
    }

    /** A line that is the same as the last one is not kept twice. */
    void add(String line) {
        if (lines.isEmpty() || !lines.getLast().equals(line)) {
            lines.add(line);
        }
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
        position = lines.size();
        preferences.put(KEY, String.join("\n", lines));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            throw new IllegalStateException("the history of the shell cannot be kept", e);
        }
    }

    /** The line before the one that was recalled last; the oldest again at the end. */
    String earlier() {
        position = Math.max(0, position - 1);
        return lines.isEmpty() ? "" : lines.get(position);
    }

    /** Empty after the youngest. */
    String later() {
        position = Math.min(lines.size(), position + 1);
        return position == lines.size() ? "" : lines.get(position);
    }
}
