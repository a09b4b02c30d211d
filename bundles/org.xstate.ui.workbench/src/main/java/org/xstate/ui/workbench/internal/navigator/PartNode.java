package org.xstate.ui.workbench.internal.navigator;

import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdaptable;
import org.xstate.analysis.files.FileKind;
import org.xstate.analysis.files.FilePart;

/**
 * A scenario or an image below its file.
 *
 * @param kind of the file
 */
public record PartNode(IFile file, FileKind kind, FilePart part) implements IAdaptable {

    public PartNode {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(part);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isAssignableFrom(IFile.class) ? adapter.cast(file) : null;
    }
}
