package org.xstate.ui.images.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** Two images to be compared. */
record CompareInput(Side left, Side right) implements IEditorInput {

    /**
     * One of them.
     *
     * @param index    of the image in the file
     * @param snapshot the file's content as an editor has it; without one it is read from the disk
     */
    record Side(Path path, int index, Optional<byte[]> snapshot) {

        /** What an editor shows, saved or not. */
        static Side of(ImageEditor editor) {
            int index = editor.model().shown().map(Shown::index).orElse(0);
            Optional<byte[]> content = editor.isDirty()
                    ? editor.model().file().map(file -> file.bytes(0, (int) file.size()))
                    : Optional.empty();
            return new Side(editor.disk().path(), index, content);
        }

        String name() {
            return path.getFileName() + (snapshot.isPresent() ? " " + Messages.compare_unsaved : "");
        }
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return NLS.bind(Messages.compare_title, left.name(), right.name());
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return NLS.bind(Messages.compare_title, left.path(), right.path());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }
}
