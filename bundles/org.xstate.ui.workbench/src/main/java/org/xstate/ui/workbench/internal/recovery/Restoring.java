package org.xstate.ui.workbench.internal.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;
import org.xstate.ui.Recoverable;
import org.xstate.ui.workbench.internal.Messages;

/** What is done with a backup. */
final class Restoring {

    private final IWorkbenchWindow window;

    Restoring(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Puts the content into the editor that it was in, which is dirty then: nothing is written over. */
    void restore(Backup backup) throws CoreException {
        Path file = Path.of(backup.file());
        if (!Files.exists(file)) {
            recreate(backup, file);
        }
        IEditorPart editor = window.getActivePage().openEditor(input(backup), backup.editor(), true,
                IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        if (backup.form() == Backup.Form.RECORD) {
            Recoverable own = Adapters.adapt(editor, Recoverable.class);
            if (own == null) {
                throw failure(NLS.bind(Messages.recovery_noEditor, backup.editor()));
            }
            own.restore(backup.content());
        } else {
            IDocument document = DirtyEditors.document(editor)
                    .orElseThrow(() -> failure(NLS.bind(Messages.recovery_noEditor, backup.editor())));
            document.set(text(backup));
        }
    }

    /** A text whose file is gone gets an empty file in its old place. */
    private static void recreate(Backup backup, Path file) throws CoreException {
        if (backup.form() == Backup.Form.RECORD) {
            throw failure(NLS.bind(Messages.recovery_gone, file));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.recovery_cannotMake, file), e));
        }
    }

    private static IEditorInput input(Backup backup) throws CoreException {
        for (IFile found : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(backup.file())) {
            found.refreshLocal(IResource.DEPTH_ZERO, null);
            if (found.isAccessible()) {
                return new FileEditorInput(found);
            }
        }
        return new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(backup.file()));
    }

    private static CoreException failure(String message) {
        return new CoreException(Status.error(message));
    }

    private static String text(Backup backup) {
        return new String(backup.content(), StandardCharsets.UTF_8);
    }

    /** Shows the file and the backup side by side. */
    void compare(Backup backup) throws CoreException {
        Path file = Path.of(backup.file());
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftLabel(NLS.bind(Messages.recovery_onDisk, file.getFileName()));
        configuration.setRightLabel(NLS.bind(Messages.recovery_unsaved, file.getFileName()));
        try {
            String disk = Files.exists(file) ? Files.readString(file) : "";
            CompareUI.openCompareDialog(new TextComparison(configuration, disk, text(backup)));
        } catch (IOException e) {
            throw new CoreException(
                    Status.error(NLS.bind(Messages.open_unreadable, file, e.getMessage()), e));
        }
    }
}
