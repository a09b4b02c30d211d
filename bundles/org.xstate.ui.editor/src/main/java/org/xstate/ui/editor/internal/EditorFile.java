package org.xstate.ui.editor.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.xstate.analysis.source.ModelSources;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.ui.LibraryInput;

/**
 * The file that an editor shows, under the name by which loaders, traces and checks know it.
 *
 * @param name    a path with {@code /} between folders, or the name of a library file
 * @param library whether it is the library's, and cannot be changed
 */
record EditorFile(String name, boolean library) {

    static EditorFile of(IEditorInput input) {
        if (input instanceof LibraryInput text) {
            return new EditorFile(text.file(), true);
        }
        Optional<String> resource = Optional.ofNullable(input.getAdapter(IFile.class))
                .map(EditorFile::nameOf);
        return new EditorFile(resource.or(() -> uri(input)).orElse(input.getName()), false);
    }

    private static Optional<String> uri(IEditorInput input) {
        return input instanceof IURIEditorInput file && "file".equals(file.getURI().getScheme())
                ? Optional.of(Path.of(file.getURI()).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** Of a file of the workspace. */
    static String nameOf(IFile file) {
        return Optional.ofNullable(file.getLocation()).map(location -> location.toPortableString())
                .orElse(file.getFullPath().toPortableString());
    }

    /** Its text as it is in the editor, all others as they are on the disk. */
    SourceFiles with(String text) {
        return SourceFiles.of(Map.of(name, text)).or(ModelSources.onDisk());
    }
}
