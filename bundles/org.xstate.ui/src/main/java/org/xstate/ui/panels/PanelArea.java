package org.xstate.ui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.xstate.ui.internal.Messages;

/**
 * The panels of the component that is selected, one below the other; of no size where there are none. A panel that fails is
 * replaced by a message that names its bundle, and the others stay.
 */
public final class PanelArea extends Composite {

    private final List<Shown> shown = new ArrayList<>();

    public PanelArea(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(this);
        addDisposeListener(event -> close());
    }

    /** @return whether there is a panel for it */
    public boolean show(PanelInput input) {
        List<PanelContribution> panels = PanelContribution.of(input.feature().number());
        if (!panels.equals(shown.stream().map(Shown::contribution).toList())) {
            clear();
            panels.forEach(panel -> shown.add(new Shown(this, panel)));
            requestLayout();
        }
        shown.forEach(panel -> panel.show(input));
        return !shown.isEmpty();
    }

    /** Shows none. */
    public void clear() {
        close();
        for (Control child : getChildren()) {
            child.dispose();
        }
    }

    private void close() {
        shown.forEach(Shown::close);
        shown.clear();
    }

    /** One panel in its frame. */
    private static final class Shown {

        private final PanelContribution contribution;
        private final Group frame;
        private Optional<FeaturePanel> panel = Optional.empty();

        Shown(Composite parent, PanelContribution contribution) {
            this.contribution = contribution;
            frame = new Group(parent, SWT.NONE);
            frame.setText(contribution.label());
            frame.setToolTipText(NLS.bind(Messages.panel_of, contribution.bundle()));
            frame.setLayout(new FillLayout());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(frame);
            attempt(() -> {
                FeaturePanel made = contribution.create();
                made.create(frame);
                panel = Optional.of(made);
            });
        }

        PanelContribution contribution() {
            return contribution;
        }

        void show(PanelInput input) {
            panel.ifPresent(one -> attempt(() -> one.show(input)));
        }

        void close() {
            panel.ifPresent(one -> attempt(one::dispose));
            panel = Optional.empty();
        }

        private interface Step {
            void run() throws CoreException;
        }

        private void attempt(Step step) {
            try {
                step.run();
            } catch (CoreException | RuntimeException | LinkageError | AssertionError
                    | StackOverflowError e) {
                fail(e);
            }
        }

        /** The message takes the place of whatever the panel made. */
        private void fail(Throwable cause) {
            String message = NLS.bind(Messages.panel_failed,
                    new Object[]{contribution.label(), contribution.bundle(), cause});
            ILog.of(PanelArea.class).error(message, cause);
            panel = Optional.empty();
            if (frame.isDisposed()) {
                return;
            }
            for (Control child : frame.getChildren()) {
                child.dispose();
            }
            new Label(frame, SWT.WRAP).setText(message);
            frame.requestLayout();
        }
    }
}
