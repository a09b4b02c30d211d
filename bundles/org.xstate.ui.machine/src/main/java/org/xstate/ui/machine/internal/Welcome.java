package org.xstate.ui.machine.internal;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** What a view of an execution shows while there is none: what it is for, and what to do to see it. */
final class Welcome {

    private static final String SIMULATE = "org.xstate.ui.debug.simulate";
    private static final String SEED = "org.xstate.ui.workbench.openSeed";

    private final IWorkbenchSite site;
    private final Composite page;

    /** @param about what the view will show */
    Welcome(Composite parent, IWorkbenchSite site, String about) {
        this.site = site;
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(8, 10).applyTo(page);
        Label text = new Label(page, SWT.WRAP);
        text.setText(about);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(text);
        link(Messages.welcome_simulate, SIMULATE);
        link(Messages.welcome_seed, SEED);
    }

    Composite page() {
        return page;
    }

    private void link(String text, String command) {
        Command known = site.getService(ICommandService.class).getCommand(command);
        if (known.isDefined()) {
            Link link = new Link(page, SWT.NONE);
            link.setText(text);
            link.addListener(SWT.Selection, event -> run(command));
        }
    }

    private void run(String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            StatusManager.getManager().handle(Status.error(Messages.welcome_failed, e),
                    StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
