package org.xstate.ui.editor.internal;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;

/** Goes on, after the window is open, with what the desktop had not looked at when it ended. */
public final class UnfinishedProblems implements IStartup {

    @Override
    public void earlyStartup() {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            try {
                if (project.isAccessible() && ProblemJob.isUnfinished(project)) {
                    ProblemJob.of(project).all();
                }
            } catch (CoreException e) {
                ILog.of(UnfinishedProblems.class).log(e.getStatus());
            }
        }
    }
}
