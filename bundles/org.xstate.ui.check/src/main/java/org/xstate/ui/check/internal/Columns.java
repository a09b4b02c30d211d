package org.xstate.ui.check.internal;

import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Widths of columns, which follow the font. */
public final class Columns {

    /** Around a text: what the platform leaves free. */
    private static final String MARGIN = "MM";

    private Columns() {
    }

    /** @return points that so many characters of usual width take */
    public static int width(Control control, int characters) {
        GC gc = new GC(control);
        try {
            return (int) Math.ceil(characters * gc.getFontMetrics().getAverageCharacterWidth());
        } finally {
            gc.dispose();
        }
    }

    /** @return points that so many characters take, or more, so that the head is not cut */
    public static int width(Control control, int characters, String head) {
        return Math.max(width(control, characters), width(control, List.of(head)));
    }

    /** @return points that cut none of the texts; of a virtual table, packing sees only rows that were shown */
    public static int width(Control control, List<String> texts) {
        GC gc = new GC(control);
        try {
            return texts.stream().mapToInt(text -> gc.textExtent(text + MARGIN).x).max().orElse(0);
        } finally {
            gc.dispose();
        }
    }
}
