package org.xstate.ui.editor.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.model.index.SourceIndex;
import org.xstate.ui.LibraryInput;

/** Opens files where something is declared or used. */
final class Navigation {

    private Navigation() {
    }

    /**
     * Shows a place: a file of the workspace, another file, or the library's text.
     *
     * @param index knows the library's texts
     */
    static void open(IWorkbenchPage page, SourceIndex index, String file, int offset, int length) {
        try {
            IEditorPart part = index.isLibrary(file)
                    ? IDE.openEditor(page, new LibraryInput(file, index.text(file).orElseThrow().text()),
                            LibraryInput.EDITOR)
                    : open(page, file);
            if (part instanceof ITextEditor editor) {
                editor.selectAndReveal(offset, length);
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static IEditorPart open(IWorkbenchPage page, String file) throws PartInitException {
        Optional<IFile> resource = resource(file);
        if (resource.isPresent()) {
            return IDE.openEditor(page, resource.get());
        }
        IFileStore store = EFS.getLocalFileSystem().getStore(Path.of(file).toUri());
        return IDE.openEditorOnFileStore(page, store);
    }

    /** The file of the workspace that lies there. */
    static Optional<IFile> resource(String file) {
        return Optional
                .ofNullable(
                        ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(IPath.fromOSString(file)))
                .filter(IFile::exists);
    }
}
