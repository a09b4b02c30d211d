package org.xstate.ui.editor.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.xstate.analysis.source.ModelSources;
import org.xstate.model.diagnostic.SourceFiles;

/** The texts of files as they are in editors, saved or not, and of all others as they are on the disk. */
final class OpenTexts {

    private OpenTexts() {
    }

    /** As they are now. On the thread of the user interface; the answer can be used on any. */
    static SourceFiles now() {
        ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        Map<String, String> texts = new TreeMap<>();
        Stream.concat(Arrays.stream(manager.getFileBuffers()),
                Arrays.stream(manager.getFileStoreFileBuffers()))
                .filter(ITextFileBuffer.class::isInstance).map(ITextFileBuffer.class::cast)
                .forEach(buffer -> name(buffer)
                        .ifPresent(name -> texts.put(name, buffer.getDocument().get())));
        return SourceFiles.of(texts).or(ModelSources.onDisk());
    }

    private static Optional<String> name(IFileBuffer buffer) {
        return Optional.ofNullable(buffer.getFileStore())
                .filter(store -> "file".equals(store.toURI().getScheme()))
                .map(store -> java.nio.file.Path.of(store.toURI()).toString().replace('\\', '/'));
    }
}
