package org.xstate.ui.tests.plugins;

import java.util.concurrent.CountDownLatch;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.xstate.ui.panels.FeaturePanel;
import org.xstate.ui.panels.PanelInput;

/** Panels, one as it should be and others as careless plugins bring them. */
public final class Panels {

    private Panels() {
    }

    /** Says what it is shown. */
    public static final class Good implements FeaturePanel {

        private Label label;

        @Override
        public void create(Composite parent) {
            label = new Label(parent, SWT.NONE);
        }

        @Override
        public void show(PanelInput input) {
            label.setText(input.feature().name() + " "
                    + input.contents().map(contents -> contents.source() + " " + contents.bytes().length)
                            .orElse("itself"));
        }
    }

    /** Cannot make its controls. */
    public static final class InCreate implements FeaturePanel {

        @Override
        public void create(Composite parent) {
            throw new IllegalStateException("planted in create");
        }

        @Override
        public void show(PanelInput input) {
            throw new AssertionError("called although it was not created");
        }
    }

    /** Cannot show anything. */
    public static final class InShow implements FeaturePanel {

        @Override
        public void create(Composite parent) {
            new Label(parent, SWT.NONE).setText("about to fail");
        }

        @Override
        public void show(PanelInput input) {
            throw new NoClassDefFoundError("planted in show");
        }
    }

    /** Waits in the thread of the user interface for what never comes. */
    public static final class Waits implements FeaturePanel {

        @Override
        public void create(Composite parent) {
            new Label(parent, SWT.NONE).setText("about to wait");
        }

        @Override
        public void show(PanelInput input) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while it waited", e);
            }
        }
    }

    /** Of another type than the point asks for. */
    public static final class NoPanel {
        // nothing
    }
}
