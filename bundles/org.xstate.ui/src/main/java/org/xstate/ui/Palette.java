package org.xstate.ui;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.xstate.analysis.picture.Ink;

/** Colours of the theme in which a control is shown. */
public final class Palette {

    /** By which the platform's CSS engine is told to keep off. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private Palette() {
    }

    /** Whether the control has a dark background. */
    public static boolean isDark(Control control) {
        return brightness(control.getBackground().getRGB()) < brightness(control.getForeground().getRGB());
    }

    /** A role's colour; nothing to be disposed of. */
    public static Color color(Ink ink, Control control) {
        return color(ink, isDark(control));
    }

    /** A role's colour; nothing to be disposed of. */
    public static Color color(Ink ink, boolean dark) {
        int rgb = dark ? ink.dark() : ink.light();
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /**
     * Leaves a control's colours to the system. The platform's light theme gives check boxes in views a background on which
     * GTK's white check mark cannot be seen.
     */
    public static void leaveToSystem(Control control) {
        control.setData(UNSTYLED, Boolean.TRUE);
    }

    private static double brightness(RGB rgb) {
        return 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
    }
}
