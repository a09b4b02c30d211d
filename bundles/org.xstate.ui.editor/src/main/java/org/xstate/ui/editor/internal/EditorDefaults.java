package org.xstate.ui.editor.internal;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Preferences of the editor, and what they are as long as nobody has chosen. */
public final class EditorDefaults extends AbstractPreferenceInitializer {

    static final String NODE = "org.xstate.ui.editor";
    /** Columns of a line; a tab is eight. */
    static final String WIDTH = "format.width";
    static final String CLOSE_BRACKETS = "closeBrackets";
    static final String MARK_OCCURRENCES = "markOccurrences";
    static final String FORMAT_ON_SAVE = "formatOnSave";
    static final String CHECK_ON_SAVE = "checkOnSave";
    static final String BRACKETS = "matchingBrackets";
    static final String BRACKETS_COLOUR = "matchingBracketsColour";

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(NODE);
        for (Role role : Role.values()) {
            node.put(role.colourKey(), role.defaultColour());
            node.putInt(role.faceKey(), role.defaultFace());
        }
        node.putInt(WIDTH, 100);
        node.putBoolean(CLOSE_BRACKETS, true);
        node.putBoolean(MARK_OCCURRENCES, true);
        node.putBoolean(FORMAT_ON_SAVE, false);
        node.putBoolean(CHECK_ON_SAVE, false);
        node.putBoolean(BRACKETS, true);
        node.put(BRACKETS_COLOUR, "127,127,127");
    }

    static IPreferenceStore store() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
    }
}
