package org.xstate.ui.check.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A list and what is told about its selection: beside each other where the view is wide, else below each other. */
public final class Sash {

    private static final int WIDE = 2;

    private Sash() {
    }

    public static SashForm of(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        sash.addListener(SWT.Resize, event -> {
            Point size = sash.getSize();
            int wanted = size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
            if (size.x > 0 && size.y > 0 && sash.getOrientation() != wanted) {
                sash.setOrientation(wanted);
            }
        });
        return sash;
    }
}
