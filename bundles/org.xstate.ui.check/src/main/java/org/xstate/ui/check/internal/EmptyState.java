package org.xstate.ui.check.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What a view with nothing in it says: what to do next, and a link that does it. */
public final class EmptyState {

    private final Composite area;
    private final Link link;

    /** @param link text with the link in {@code <a>} */
    public EmptyState(Composite parent, String text, String link, Runnable action) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(6, 8).applyTo(area);
        Label label = new Label(area, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        this.link = new Link(area, SWT.WRAP);
        this.link.setText(link);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(this.link);
        this.link.addListener(SWT.Selection, event -> action.run());
    }

    public Composite control() {
        return area;
    }

    public void setFocus() {
        link.setFocus();
    }
}
