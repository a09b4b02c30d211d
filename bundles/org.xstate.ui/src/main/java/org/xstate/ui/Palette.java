package org.xstate.ui;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.xstate.analysis.picture.Ink;

/** Colours of the theme in which a control is shown. */
public final class Palette {

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

    private static double brightness(RGB rgb) {
        return 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
    }
}
