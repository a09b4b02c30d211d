package org.xstate.analysis.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;

/**
 * A container in memory that can be changed and written back. Small files are read; large ones are mapped privately, so
 * that a core of many gigabytes costs the pages that are touched. Changes keep the size: in a core only the bytes of an
 * image's note change.
 *
 * <p>One thread changes it. Another may read meanwhile and then sees each byte as before or after; whoever reads a
 * container that is being changed reads it again afterwards.
 */
public final class ImageFile {

    /** Files of fewer bytes are read, others mapped. */
    public static final long MAP_FROM = 16L << 20;

    private static final int CHUNK = 1 << 20;

    private final String name;
    private final MemorySegment content;
    /** What stood there when the content was last read or written, of the bytes that are others now. */
    private final NavigableMap<Long, Byte> original = new TreeMap<>();

    private ImageFile(String name, MemorySegment content) {
        this.name = name;
        this.content = content;
    }

    /**
     * The file's content, to be changed.
     *
     * @throws IOException if the file cannot be read, or is no regular file
     */
    public static ImageFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + " is no regular file: what is read from it cannot be written back");
        }
        if (Files.size(path) < MAP_FROM) {
            return new ImageFile(path.toString(), MemorySegment.ofArray(Files.readAllBytes(path)));
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new ImageFile(path.toString(), map(channel));
        } catch (AccessDeniedException e) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                return new ImageFile(path.toString(),
                        channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
            }
        }
    }

    private static MemorySegment map(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.PRIVATE, 0, channel.size(), Arena.ofAuto());
    }

    /** For readers. */
    public ImageSource source() {
        return new ImageSource(name, content.asReadOnly());
    }

    public long size() {
        return content.byteSize();
    }

    /** Whether it can be changed: a large file that may not be written is mapped for reading only. */
    public boolean isChangeable() {
        return !content.isReadOnly();
    }

    /** Where an image begins in the container; empty if its bytes are not the container's own (a reader that unpacks). */
    public OptionalLong place(ImageRecord record) {
        long at = record.area().address() - content.address();
        // addresses of heap memory count from its array: only memory that overlaps is the same
        boolean own = content.asOverlappingSlice(record.area()).isPresent() && at >= 0
                && at + record.area().byteSize() <= size();
        return own ? OptionalLong.of(at) : OptionalLong.empty();
    }

    /** Bytes as they are now. */
    public byte[] bytes(long offset, int length) {
        return content.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /**
     * Makes changes, all or none. @param patches relative to the start of the container
     *
     * @throws IllegalStateException if what is to be replaced is not there
     */
    public void apply(List<Patch> patches) {
        // a later one may build on an earlier one
        List<Patch> done = new ArrayList<>();
        for (Patch patch : patches) {
            if (!fits(List.of(patch))) {
                done.reversed().forEach(one -> write(one.inverse()));
                throw new IllegalStateException("the bytes at %d are not those that the change was made for"
                        .formatted(patch.offset()));
            }
            write(patch);
            done.add(patch);
        }
    }

    private void write(Patch patch) {
        MemorySegment.copy(patch.after(), 0, content, ValueLayout.JAVA_BYTE, patch.offset(),
                patch.after().length);
        for (int i = 0; i < patch.after().length; i++) {
            long at = patch.offset() + i;
            byte before = original.getOrDefault(at, patch.before()[i]);
            if (before == patch.after()[i]) {
                original.remove(at);
            } else {
                original.put(at, before);
            }
        }
    }

    /** Whether the bytes that the changes replace are there. */
    public boolean fits(List<Patch> patches) {
        return patches.stream().allMatch(patch -> patch.offset() + patch.before().length <= size()
                && content.asSlice(patch.offset(), patch.before().length)
                        .mismatch(MemorySegment.ofArray(patch.before())) < 0);
    }

    /** Whether something differs from what was last read or written. */
    public boolean isChanged() {
        return !original.isEmpty();
    }

    /** Whether a byte differs from what was last read or written. */
    public boolean isChanged(long offset) {
        return original.containsKey(offset);
    }

    /** What differs from what was last read or written, as few changes as possible, ascending. */
    public List<Patch> changes() {
        List<Patch> patches = new ArrayList<>();
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        long from = -1;
        for (Map.Entry<Long, Byte> entry : original.entrySet()) {
            if (from >= 0 && entry.getKey() != from + before.size()) {
                patches.add(new Patch(from, before.toByteArray(), bytes(from, before.size())));
                from = -1;
            }
            if (from < 0) {
                from = entry.getKey();
                before.reset();
            }
            before.write(entry.getValue());
        }
        if (from >= 0) {
            patches.add(new Patch(from, before.toByteArray(), bytes(from, before.size())));
        }
        return patches;
    }

    /**
     * Writes the whole content through a neighbour file that then takes the target's place, with the permissions of the one
     * before: after a crash the target is the old or the new one, never a mixture.
     */
    public void save(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path real = Files.exists(whole) ? whole.toRealPath() : whole;
        Path folder = real.getParent();
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw new AccessDeniedException(real.toString(), null, "the file is read-only");
        }
        Path part = Files.createTempFile(folder, "." + real.getFileName() + ".", ".part");
        try {
            write(part);
            permissions(real, part);
            try {
                Files.move(part, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, real, StandardCopyOption.REPLACE_EXISTING);
            }
            original.clear();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void permissions(Path real, Path part) throws IOException {
        if (!Files.getFileStore(real.getParent()).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> wanted = Files.exists(real)
                ? Files.getPosixFilePermissions(real)
                : PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(part, wanted);
    }

    private void write(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (long at = 0; at < content.byteSize(); at += CHUNK) {
                ByteBuffer chunk = content.asSlice(at, Math.min(CHUNK, content.byteSize() - at))
                        .asByteBuffer();
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
    }
}
