package org.xstate.ui.tests.plugins;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** Views as careless plugins bring them. */
public final class BrokenViews {

    private BrokenViews() {
    }

    private static class Whole extends ViewPart {

        @Override
        public void createPartControl(Composite parent) {
            new Label(parent, SWT.NONE).setText("whole");
        }

        @Override
        public void setFocus() {
            // nothing to be typed into
        }
    }

    /** Cannot be made. */
    public static final class InConstructor extends Whole {
        public InConstructor() {
            throw new IllegalStateException("planted in the constructor");
        }
    }

    /** Cannot make its controls. */
    public static final class InCreate extends Whole {
        @Override
        public void createPartControl(Composite parent) {
            throw new IllegalStateException("planted in createPartControl");
        }
    }

    /** Cannot take the focus. */
    public static final class InFocus extends Whole {
        @Override
        public void setFocus() {
            throw new IllegalStateException("planted in setFocus");
        }
    }

    /** Cannot be closed in peace. */
    public static final class InDispose extends Whole {
        @Override
        public void dispose() {
            throw new IllegalStateException("planted in dispose");
        }
    }
}
