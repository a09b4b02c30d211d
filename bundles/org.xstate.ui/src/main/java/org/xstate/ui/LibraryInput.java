package org.xstate.ui;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/**
 * A file of the library, for an editor: text that comes with the program or a plugin, or that is made for a processor, and
 * cannot be changed. Opened with the editor {@value #EDITOR}.
 */
public final class LibraryInput extends PlatformObject implements IStorageEditorInput {

    /** The editor of model C. */
    public static final String EDITOR = "org.xstate.ui.editor.modelC";

    private final Text text;

    /**
     * @param name as traces name it: {@code kernel/context.c}
     * @param text what is in it
     */
    public LibraryInput(String name, String text) {
        this.text = new Text(name, text);
    }

    /** As traces name it. */
    public String file() {
        return text.file;
    }

    /** What is in it. */
    public String text() {
        return text.content;
    }

    @Override
    public IEncodedStorage getStorage() {
        return text;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return text.getName();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return text.file;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LibraryInput input && input.text.file.equals(text.file)
                && input.text.content.equals(text.content);
    }

    @Override
    public int hashCode() {
        return text.file.hashCode();
    }

    /** The same to the platform's text editors. */
    private static final class Text extends PlatformObject implements IEncodedStorage {

        private final String file;
        private final String content;

        Text(String file, String content) {
            this.file = Objects.requireNonNull(file);
            this.content = Objects.requireNonNull(content);
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public IPath getFullPath() {
            return Path.fromPortableString(file);
        }

        @Override
        public String getName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }
    }
}
