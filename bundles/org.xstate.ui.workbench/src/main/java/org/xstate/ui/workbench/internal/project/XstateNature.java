package org.xstate.ui.workbench.internal.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;

/** Says that a project is one of Xstate: its model C is built, which marks errors. */
public final class XstateNature implements IProjectNature {

    public static final String ID = "org.xstate.ui.workbench.nature";

    private static final String BUILDER = "org.xstate.ui.editor.builder";

    private IProject project;

    @Override
    public void configure() throws CoreException {
        boolean installed = Platform.getExtensionRegistry().getExtension(ResourcesPlugin.PI_RESOURCES,
                ResourcesPlugin.PT_BUILDERS, BUILDER) != null;
        IProjectDescription description = project.getDescription();
        List<ICommand> commands = new ArrayList<>(Arrays.asList(description.getBuildSpec()));
        if (installed && commands.stream().noneMatch(XstateNature::isOurs)) {
            ICommand command = description.newCommand();
            command.setBuilderName(BUILDER);
            commands.add(command);
            description.setBuildSpec(commands.toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(one -> !isOurs(one))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    private static boolean isOurs(ICommand command) {
        return command.getBuilderName().equals(BUILDER);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
