package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** Files that are larger than memory should have to bear; sparse, so that they take no room. */
class LargeFilesTest {

    private static final long SIZE = 12L << 30;

    @TempDir
    private Path folder;

    private static CoreBuilder twoThreads() {
        return CoreBuilder.elf64().thread(11).xstate(Inputs.image(832, 7, 7)).thread(12)
                .xstate(Inputs.image(832, 3, 7)).layout(2, 256, 576);
    }

    private Path sparse(byte[] start, long endAt, byte[] end) throws IOException {
        Path path = folder.resolve("large.core");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(SIZE);
            file.write(start);
            file.seek(endAt);
            file.write(end);
        }
        return path;
    }

    private static void assertTwoThreads(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            ImageSource source = ImageFiles.open(path, arena);
            assertEquals(SIZE, source.size());
            assertFalse(source.content().heapBase().isPresent(), "mapped");
            ReadResult.Container core = (ReadResult.Container) ImageReaders.read(source,
                    ImageReaders.builtIn(),
                    Optional.empty());
            assertEquals(List.of(11L, 12L), core.records().stream().map(r -> r.lwp().orElseThrow()).toList());
            assertEquals(List.of(), core.findings());
            for (ImageRecord record : core.records()) {
                assertEquals(832, record.area().byteSize());
                assertTrue(record.area().isReadOnly());
            }
        }
    }

    @Test
    void aCoreOf12GigabytesWithItsNotesInFrontIsReadByItsNotes() throws IOException {
        byte[] core = twoThreads().build();
        assertTwoThreads(sparse(core, core.length, new byte[0]));
    }

    @Test
    void aCoreOf12GigabytesWithItsNotesAtTheEndIsReadByItsNotes() throws IOException {
        CoreBuilder builder = twoThreads();
        long at = SIZE - builder.notes().length;
        assertTwoThreads(sparse(builder.build(at), at, builder.notes()));
    }

    @Test
    void smallFilesAreReadAndNotMapped() throws IOException {
        Path path = folder.resolve("small");
        Files.write(path, Inputs.image(832, 7, 7));
        try (Arena arena = Arena.ofConfined()) {
            ImageSource source = ImageFiles.open(path, arena);
            assertEquals(path.toString(), source.name());
            assertEquals(832, source.size());
            assertTrue(source.content().isReadOnly());
        }
        Files.write(path, new byte[0]);
        try (Arena arena = Arena.ofConfined()) {
            assertEquals(0, ImageFiles.open(path, arena).size());
        }
    }
}
