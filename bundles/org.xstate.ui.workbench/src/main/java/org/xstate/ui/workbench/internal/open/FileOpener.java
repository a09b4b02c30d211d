package org.xstate.ui.workbench.internal.open;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.files.FilePart;
import org.xstate.analysis.files.JudgedFile;
import org.xstate.api.Contributions;
import org.xstate.formats.image.ImageFiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.workbench.internal.Messages;

/** Opens a file in the part that is made for what it holds, be it in the workspace or elsewhere. */
public final class FileOpener {

    private static final String MODEL_EDITOR = "org.xstate.ui.editor.modelC";
    private static final String IMAGE_EDITOR = "org.xstate.ui.images.editor";
    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";
    private static final String OPEN_CPUID = "org.xstate.ui.layout.open";
    private static final String OPEN_TRACE = "org.xstate.ui.debug.openTrace";
    private static final String PARAMETER_FILE = "file";

    private final IWorkbenchWindow window;

    public FileOpener(IWorkbenchWindow window) {
        this.window = Objects.requireNonNull(window);
    }

    /** What was found out about a file, or why it could not be. */
    private record Judgement(Optional<JudgedFile> judged, String failure) {

        private static Judgement of(Path file) {
            try (Contributed contributed = Contributed.open(); Arena arena = Arena.ofConfined()) {
                return new Judgement(Optional.of(JudgedFile.of(ImageFiles.open(file, arena),
                        contributed.current().map(Contributions::imageReaders).orElse(List.of()))), "");
            } catch (IOException e) {
                return new Judgement(Optional.empty(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** Opens it once it is known what it is; says so where it cannot be shown. On the thread of the user interface. */
    public void open(Path file) {
        if (!Files.isRegularFile(file)) {
            if (MessageDialog.open(MessageDialog.ERROR, window.getShell(), Messages.open_title,
                    NLS.bind(Files.exists(file) ? Messages.open_noFile : Messages.open_gone, file), 0,
                    Messages.open_ok, Messages.open_forget) == 1) {
                RecentFiles.ofWorkspace().remove(file);
            }
            return;
        }
        ViewJobs.run(NLS.bind(Messages.open_job, file.getFileName()), window.getShell(),
                () -> Judgement.of(file), judgement -> show(file, judgement));
    }

    /** Opens a file of the workspace. */
    public void open(IFile file) {
        Optional.ofNullable(file.getLocation()).ifPresentOrElse(location -> open(location.toPath()),
                () -> failed(Status.error(NLS.bind(Messages.open_gone, file.getFullPath()))));
    }

    /** Opens a file of the workspace, a model at the line where the part begins. */
    public void open(IFile file, FilePart part) {
        if (part.line() == 0) {
            open(file);
            return;
        }
        try {
            IEditorPart editor = edit(file.getLocation().toPath(), MODEL_EDITOR);
            IMarker place = file.createMarker(IMarker.TEXT);
            place.setAttribute(IMarker.LINE_NUMBER, part.line());
            IDE.gotoMarker(editor, place);
            place.delete();
        } catch (CoreException e) {
            failed(e.getStatus());
        }
    }

    private void show(Path file, Judgement judgement) {
        if (judgement.judged().isEmpty()) {
            failed(Status.error(NLS.bind(Messages.open_unreadable, file, judgement.failure())));
            return;
        }
        try {
            shown(file, judgement.judged().get());
        } catch (PartInitException e) {
            failed(e.getStatus());
        } catch (CommandException e) {
            failed(Status.error(NLS.bind(Messages.open_failed, file), e));
        }
    }

    private void shown(Path file, JudgedFile judged) throws PartInitException, CommandException {
        switch (judged.kind()) {
            case MODEL -> edit(file, MODEL_EDITOR);
            case IMAGE -> edit(file, IMAGE_EDITOR);
            case CPUID -> call(file, OPEN_CPUID);
            case TRACE -> call(file, OPEN_TRACE);
            case TEXT -> edit(file, TEXT_EDITOR);
            case OTHER -> {
                MessageDialog dialog = new MessageDialog(window.getShell(), Messages.open_title, null,
                        NLS.bind(Messages.open_unknown, file), MessageDialog.INFORMATION, 0,
                        Messages.open_ok);
                // the job that judged the file waits for this method
                dialog.setBlockOnOpen(false);
                dialog.open();
                return;
            }
        }
        RecentFiles.ofWorkspace().add(file);
    }

    private IEditorPart edit(Path file, String editor) throws PartInitException {
        boolean there = window.getWorkbench().getEditorRegistry().findEditor(editor) != null;
        return window.getActivePage().openEditor(input(file), there ? editor : TEXT_EDITOR, true,
                IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
    }

    /** A file of the workspace is one for every part, by whatever way it was opened. */
    private static IEditorInput input(Path file) {
        for (IFile found : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
            if (found.isAccessible()) {
                return new FileEditorInput(found);
            }
        }
        return new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(file.toUri()));
    }

    private void call(Path file, String command) throws PartInitException, CommandException {
        Command called = window.getService(ICommandService.class).getCommand(command);
        if (!called.isDefined()) {
            edit(file, TEXT_EDITOR);
            return;
        }
        window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(called,
                Map.of(PARAMETER_FILE, file.toString())), null);
    }

    private static void failed(IStatus status) {
        StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG);
    }
}
