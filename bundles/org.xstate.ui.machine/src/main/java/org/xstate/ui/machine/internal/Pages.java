package org.xstate.ui.machine.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchSite;

/** What a view of an execution shows, one at a time: what to do while there is no execution, or its content. */
final class Pages {

    private final Composite control;
    private final StackLayout stack = new StackLayout();
    private final Composite welcome;

    /** @param about what the view will show */
    Pages(Composite parent, IWorkbenchSite site, String about) {
        control = new Composite(parent, SWT.NONE);
        control.setLayout(stack);
        welcome = new Welcome(control, site, about).page();
    }

    /** What the pages are made in. */
    Composite control() {
        return control;
    }

    /** Shows what to do first. */
    void showWelcome() {
        show(welcome);
    }

    void show(Control page) {
        if (stack.topControl != page) {
            stack.topControl = page;
            control.layout();
        }
    }

    /** Gives the focus to the content if its page is shown. */
    void focus(Control page, Control content) {
        if (stack.topControl == page) {
            content.setFocus();
        } else {
            control.setFocus();
        }
    }
}
