package org.xstate.ui.workbench.internal.open;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.actions.CopyFilesAndFoldersOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.files.FileKind;
import org.xstate.analysis.files.JudgedFile;
import org.xstate.api.Contributions;
import org.xstate.formats.image.ImageFiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** File, Import Dump...: copies files into the folders of a project that are made for what they hold. */
public final class ImportFilesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<IProject> project = project(HandlerUtil.getCurrentSelection(event));
        if (project.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.import_title, Messages.import_noProject);
            return null;
        }
        List<Path> files = FileDialogs.openSeveral(shell,
                NLS.bind(Messages.import_dialog, project.get().getName()));
        if (!files.isEmpty()) {
            ViewJobs.run(Messages.import_job, shell, () -> sorted(files),
                    sorted -> copy(sorted, project.get(), shell));
        }
        return null;
    }

    /** That of what is selected, else the first that is open. */
    private static Optional<IProject> project(Object selection) {
        Optional<IProject> selected = selection instanceof IStructuredSelection some
                ? Optional.ofNullable(Adapters.adapt(some.getFirstElement(), IResource.class))
                        .map(IResource::getProject)
                : Optional.empty();
        return selected.filter(IProject::isOpen)
                .or(() -> Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                        .filter(IProject::isOpen)
                        .findFirst());
    }

    private static Map<ProjectFolder, List<String>> sorted(List<Path> files) {
        Map<ProjectFolder, List<String>> sorted = new EnumMap<>(ProjectFolder.class);
        try (Contributed contributed = Contributed.open()) {
            for (Path file : files) {
                FileKind kind = kind(file, contributed.current());
                sorted.computeIfAbsent(folder(kind), _ -> new ArrayList<>()).add(file.toString());
            }
        }
        return sorted;
    }

    private static FileKind kind(Path file, Optional<Contributions> contributions) {
        try (Arena arena = Arena.ofConfined()) {
            return JudgedFile.of(ImageFiles.open(file, arena),
                    contributions.map(Contributions::imageReaders).orElse(List.of())).kind();
        } catch (IOException e) {
            // the copy that follows fails with the reason
            return FileKind.OTHER;
        }
    }

    private static ProjectFolder folder(FileKind kind) {
        return switch (kind) {
            case MODEL -> ProjectFolder.SCENARIOS;
            case CPUID -> ProjectFolder.CPUS;
            case IMAGE, OTHER -> ProjectFolder.IMAGES;
            case TRACE, TEXT -> ProjectFolder.RESULTS;
        };
    }

    private static void copy(Map<ProjectFolder, List<String>> sorted, IProject project, Shell shell) {
        sorted.forEach((place, files) -> {
            IFolder folder = place.in(project);
            try {
                if (!folder.exists()) {
                    folder.create(IResource.NONE, true, null);
                }
                new CopyFilesAndFoldersOperation(shell).copyFiles(files.toArray(String[]::new), folder);
            } catch (CoreException e) {
                StatusManager.getManager().handle(
                        Status.error(NLS.bind(Messages.import_failed, folder.getFullPath()), e),
                        StatusManager.SHOW | StatusManager.LOG);
            }
        });
    }
}
