package org.xstate.ui.check.internal.checks;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.xstate.analysis.check.CheckSettings;

/** With which settings a file was checked the last time, kept in the workspace. */
public final class SettingsStore {

    private static final String NODE = "org.xstate.ui.check.settings";

    private SettingsStore() {
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    /** The standard ones if there is nothing, or nothing that can be read. */
    public static CheckSettings of(Path file) {
        String text = node().get(file.toString(), "");
        try {
            return text.isEmpty() ? CheckSettings.STANDARD : CheckSettings.of(List.of(text.split("\n")));
        } catch (IllegalArgumentException e) {
            ILog.of(SettingsStore.class)
                    .warn("settings of " + file + " are not used: " + e.getMessage(), e);
            return CheckSettings.STANDARD;
        }
    }

    public static void keep(Path file, CheckSettings settings) {
        if (settings.equals(CheckSettings.STANDARD)) {
            node().remove(file.toString());
        } else {
            node().put(file.toString(), String.join("\n", settings.arguments()));
        }
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.of(SettingsStore.class).warn("settings of " + file + " cannot be kept", e);
        }
    }
}
