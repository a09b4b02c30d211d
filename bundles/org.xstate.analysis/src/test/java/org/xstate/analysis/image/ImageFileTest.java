package org.xstate.analysis.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;

class ImageFileTest {

    @TempDir
    private Path folder;

    private Path file(byte... content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static Patch patch(long offset, int before, int after) {
        return new Patch(offset, new byte[]{(byte) before}, new byte[]{(byte) after});
    }

    @Test
    void changesAreKnownUntilTheyAreTakenBack() throws IOException {
        ImageFile file = ImageFile.open(file((byte) 1, (byte) 2, (byte) 3, (byte) 4));
        file.apply(List.of(patch(1, 2, 9), patch(2, 3, 8)));
        assertTrue(file.isChanged(1) && !file.isChanged(0));
        assertEquals(List.of(new Patch(1, new byte[]{2, 3}, new byte[]{9, 8})), file.changes());
        file.apply(List.of(patch(2, 8, 3)));
        assertEquals(List.of(patch(1, 2, 9)), file.changes());
        file.apply(List.of(patch(1, 9, 2)));
        assertFalse(file.isChanged());
    }

    @Test
    void changesThatDoNotFitLeaveEverythingAsItIs() throws IOException {
        ImageFile file = ImageFile.open(file((byte) 1, (byte) 2));
        List<Patch> patches = List.of(patch(0, 1, 7), patch(1, 5, 6));
        assertFalse(file.fits(patches));
        assertThrows(IllegalStateException.class, () -> file.apply(patches));
        assertArrayEquals(new byte[]{1, 2}, file.bytes(0, 2));
        assertFalse(file.isChanged());
    }

    @Test
    void aLaterChangeMayBuildOnAnEarlierOne() throws IOException {
        ImageFile file = ImageFile.open(file((byte) 1, (byte) 2));
        file.apply(List.of(patch(0, 1, 7), patch(0, 7, 8)));
        assertEquals(List.of(patch(0, 1, 8)), file.changes());
    }

    @Test
    void savingReplacesTheFileAndKeepsItsPermissions() throws IOException {
        Path path = file((byte) 1, (byte) 2);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        ImageFile file = ImageFile.open(path);
        file.apply(List.of(patch(1, 2, 9)));
        file.save(path);
        assertArrayEquals(new byte[]{1, 9}, Files.readAllBytes(path));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertFalse(file.isChanged());
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count(), "no neighbour file is left");
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path path = file((byte) 1);
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        ImageFile file = ImageFile.open(link);
        file.apply(List.of(patch(0, 1, 2)));
        file.save(link);
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(new byte[]{2}, Files.readAllBytes(path));
    }

    @Test
    void aLargeFileIsChangedInMemoryOnlyUntilItIsSaved() throws IOException {
        Path path = folder.resolve("large");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[]{1}), ImageFile.MAP_FROM);
        }
        ImageFile file = ImageFile.open(path);
        file.apply(List.of(patch(ImageFile.MAP_FROM, 1, 5)));
        assertEquals(1, last(path));
        file.save(path);
        assertEquals(5, last(path));
        assertEquals(ImageFile.MAP_FROM + 1, Files.size(path));
    }

    private static int last(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            java.nio.ByteBuffer one = java.nio.ByteBuffer.allocate(1);
            channel.read(one, ImageFile.MAP_FROM);
            return one.get(0);
        }
    }

    @Test
    void anImageIsFoundInItsContainerAndAForeignOneIsNot() throws IOException {
        ImageFile file = ImageFile.open(file(new byte[1000]));
        MemorySegment area = file.source().content().asSlice(300, 576);
        assertEquals(OptionalLong.of(300), file.place(ImageRecord.xsave("own", area, XFeatureMask.NONE)));
        assertEquals(OptionalLong.empty(), file.place(ImageRecord.xsave("copy",
                MemorySegment.ofArray(new byte[576]), XFeatureMask.NONE)));
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThrows(IOException.class, () -> ImageFile.open(folder));
        assertThrows(IOException.class, () -> ImageFile.open(Path.of("/dev/zero")));
    }

    @Test
    void aFileThatMayNotBeWrittenIsNotReplaced() throws IOException {
        Path path = file((byte) 1);
        ImageFile file = ImageFile.open(path);
        assertTrue(path.toFile().setReadOnly());
        if (!Files.isWritable(path)) {
            assertThrows(AccessDeniedException.class, () -> file.save(path));
        }
    }
}
