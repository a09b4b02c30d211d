package org.xstate.ui.debug.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** How the views of the debugger write integers. */
public final class Numbers {

    private static final String KEY = "hexadecimal";

    private Numbers() {
    }

    public static boolean areHexadecimal() {
        return Platform.getPreferencesService().getBoolean(DebugModel.ID, KEY, false, null);
    }

    public static void setHexadecimal(boolean hexadecimal) {
        InstanceScope.INSTANCE.getNode(DebugModel.ID).putBoolean(KEY, hexadecimal);
    }
}
