package org.xstate.ui.workbench.internal.project;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.workbench.internal.Messages;

/** Copies the examples into the workspace; restores those that were deleted. */
public final class ExamplesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        new Job(Messages.examples_job) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    Examples.copy(monitor);
                    return Status.OK_STATUS;
                } catch (CoreException e) {
                    return e.getStatus();
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == ViewJobs.FAMILY;
            }
        }.schedule();
        return null;
    }
}
