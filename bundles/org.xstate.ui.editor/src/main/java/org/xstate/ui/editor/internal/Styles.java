package org.xstate.ui.editor.internal;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.graphics.Color;

/** How each role is shown, as the preferences of the theme and of the user say. */
final class Styles {

    private final IPreferenceStore store;

    Styles(IPreferenceStore store) {
        this.store = store;
    }

    TextAttribute attribute(Role role) {
        return new TextAttribute(new Color(PreferenceConverter.getColor(store, role.colourKey())), null,
                store.getInt(role.faceKey()));
    }

    /** Whether a change of that preference changes how text looks. */
    static boolean concerns(String key) {
        return key.startsWith("colour.") || key.startsWith("face.");
    }
}
