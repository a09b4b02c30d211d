package org.xstate.ui.editor.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.model.index.TextEdit;

/** Changes files: in their editors where they are open, which then have to be saved, on the disk where they are not. */
final class FileEdits {

    private FileEdits() {
    }

    static void apply(Map<String, List<TextEdit>> files) {
        for (Map.Entry<String, List<TextEdit>> one : files.entrySet()) {
            try {
                apply(one.getKey(), one.getValue());
            } catch (CoreException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }

    private static void apply(String file, List<TextEdit> edits) throws CoreException {
        ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        Optional<IFile> resource = Navigation.resource(file);
        if (resource.isPresent()) {
            manager.connect(resource.get().getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
            try {
                change(manager.getTextFileBuffer(resource.get().getFullPath(), LocationKind.IFILE), edits);
            } finally {
                manager.disconnect(resource.get().getFullPath(), LocationKind.IFILE,
                        new NullProgressMonitor());
            }
        } else {
            IFileStore store = EFS.getLocalFileSystem().getStore(Path.of(file).toUri());
            manager.connectFileStore(store, new NullProgressMonitor());
            try {
                change(manager.getFileStoreTextFileBuffer(store), edits);
            } finally {
                manager.disconnectFileStore(store, new NullProgressMonitor());
            }
        }
    }

    /** A buffer that was clean before and belongs to nobody else is written; an open editor's stays to be saved. */
    private static void change(ITextFileBuffer buffer, List<TextEdit> edits) throws CoreException {
        boolean shared = buffer.isShared();
        Documents.apply(buffer.getDocument(), edits);
        if (!shared) {
            buffer.commit(new NullProgressMonitor(), false);
        }
    }
}
