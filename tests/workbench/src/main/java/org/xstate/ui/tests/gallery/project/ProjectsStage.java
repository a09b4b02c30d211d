package org.xstate.ui.tests.gallery.project;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** The examples, with the scenarios of a file and the threads of a core. */
final class ProjectsStage implements Stage {

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public void set() {
        Ui.execute("org.xstate.ui.workbench.examples");
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("xstate-examples");
        CommonNavigator view = Ui.open("org.xstate.ui.workbench.projects", CommonNavigator.class);
        CommonViewer viewer = view.getCommonViewer();
        List<IFile> files = List.of(project.getFile("images/six-threads.core"),
                project.getFile("scenarios/pkru-init.c"));
        for (IFile file : files) {
            expand(viewer, file);
            Ui.await(file + " has been read", () -> viewer.testFindItem(file) instanceof TreeItem item
                    && item.getItemCount() > 0);
            expand(viewer, file);
        }
        Ui.on(() -> {
            viewer.setSelection(new StructuredSelection(project.getFile("scenarios/pkru-init.c")), true);
            return null;
        });
        Ui.settle();
    }

    private static void expand(CommonViewer viewer, IResource file) {
        Ui.on(() -> {
            viewer.setExpandedState(file, true);
            viewer.reveal(file);
            return null;
        });
        Ui.settle();
    }
}
