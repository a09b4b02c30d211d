package org.xstate.formats.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.xstate.api.ImageSource;

/**
 * Opens files for image readers. Small ones are read: mapping them would cost more. Large ones are mapped, so that a
 * core of many gigabytes costs only the pages that a reader touches.
 */
public final class ImageFiles {

    /** Files of fewer bytes are read, others mapped. */
    public static final long MAP_FROM = 1L << 20;
    /** Bytes that are taken from what is no regular file (a pipe). */
    public static final int MAX_STREAM = 256 << 20;

    private ImageFiles() {
    }

    /**
     * The file's content, read-only, under the path as given.
     *
     * @param arena keeps a mapped file; the content is not to be used after it is closed. A file that another process
     *              cuts short in the meantime ends the access with an {@link InternalError}
     * @throws IOException if the file cannot be read, or is a pipe of more than {@link #MAX_STREAM} bytes
     */
    public static ImageSource open(Path path, Arena arena) throws IOException {
        return new ImageSource(path.toString(), content(path, arena).asReadOnly());
    }

    private static MemorySegment content(Path path, Arena arena) throws IOException {
        if (!Files.isRegularFile(path)) {
            return stream(path);
        }
        long size = Files.size(path);
        if (size == 0) {
            // files of /proc have no size until they are read
            return stream(path);
        }
        if (size < MAP_FROM) {
            return MemorySegment.ofArray(Files.readAllBytes(path));
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    private static MemorySegment stream(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_STREAM);
            if (in.read() >= 0) {
                throw new IOException(path + " is not a regular file and gives more than " + MAX_STREAM
                        + " bytes; copy it into a file first");
            }
            return MemorySegment.ofArray(bytes);
        }
    }
}
