package org.xstate.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;

/** A core of a thousand threads and a buffer of a mebibyte. */
class LargeImagesTest {

    private static final int THREADS = 1000;
    private static final int AREA = 832;

    @TempDir
    private Path folder;

    @AfterEach
    void closeEditors() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    /** An ELF64 core whose only segment holds NT_PRSTATUS and NT_X86_XSTATE of each thread (System V ABI, chapter 5). */
    private static byte[] core(byte[] area) throws IOException {
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        for (int thread = 0; thread < THREADS; thread++) {
            byte[] status = new byte[336];
            ByteBuffer.wrap(status).order(ByteOrder.LITTLE_ENDIAN).putInt(32, 5000 + thread);
            notes.write(note("CORE", 1, status));
            byte[] own = area.clone();
            ByteBuffer.wrap(own).order(ByteOrder.LITTLE_ENDIAN).putInt(160, thread);
            notes.write(note("LINUX", 0x202, own));
        }
        ByteBuffer head = ByteBuffer.allocate(120).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1}).putShort(16, (short) 4).putShort(18, (short) 62)
                .putInt(20, 1).putLong(32, 64).putShort(52, (short) 64).putShort(54, (short) 56)
                .putShort(56, (short) 1);
        head.putInt(64, 4).putLong(72, 120).putLong(96, notes.size());
        ByteArrayOutputStream core = new ByteArrayOutputStream();
        core.write(head.array());
        notes.writeTo(core);
        return core.toByteArray();
    }

    private static byte[] note(String owner, int type, byte[] content) {
        byte[] name = (owner + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer note = ByteBuffer.allocate(12 + (name.length + 3) / 4 * 4 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        note.putInt(name.length).putInt(content.length).putInt(type).put(name);
        note.position(12 + (name.length + 3) / 4 * 4);
        return note.put(content).array();
    }

    private static byte[] guest() throws IOException {
        return Files.readAllBytes(OpenImage.ROOT.resolve("examples/kvm/guest-xsave.bin"));
    }

    @Test
    void everyThreadOfAThousandCanBeChosenAndChanged() throws IOException {
        Path file = Files.write(folder.resolve("many.core"), core(Arrays.copyOf(guest(), AREA)));
        OpenImage image = OpenImage.open(file);
        assertEquals(THREADS, image.items(0).size());
        image.choose(0, "thread 5999");
        Ui.await("the last thread is shown", () -> image.value("SSE", "xmm0").endsWith("000003e7"));
        image.select("SSE", "xmm0");
        Keys.press(image.hex(), "f", "f");
        Ui.await("the change is decoded", () -> image.value("SSE", "xmm0").endsWith("000003ff"));
        image.save();
        byte[] saved = Files.readAllBytes(file);
        assertEquals((byte) 0xff, saved[saved.length - AREA + 160]);
    }

    @Test
    void aMebibyteIsScrolledAndChangedAtItsEnd() throws IOException {
        Path file = Files.write(folder.resolve("large.bin"), Arrays.copyOf(guest(), 1 << 20));
        OpenImage image = OpenImage.open(file);
        Keys.press(image.hex(), "CTRL+END");
        assertTrue(image.inspected().startsWith("offset 1048575 (0xfffff), 1 byte"), image.inspected());
        for (int i = 0; i < 50; i++) {
            Keys.press(image.hex(), "PAGE_UP");
        }
        Keys.press(image.hex(), "CTRL+END", "a", "5");
        image.save();
        assertEquals((byte) 0xa5, Files.readAllBytes(file)[(1 << 20) - 1]);
    }

    @Test
    void aPluginsComponentShowsItsFieldsWhereTheyLie() throws IOException {
        // SCRATCH, component 40 of the tests' plugin, behind AVX in a compacted image
        ByteBuffer area = ByteBuffer.wrap(Arrays.copyOf(guest(), AREA + 64)).order(ByteOrder.LITTLE_ENDIAN);
        area.putLong(464, 0).putLong(512, 7 | 1L << 40).putLong(520, 7 | 1L << 40 | 1L << 63);
        area.putLong(AREA, 0x1234);
        OpenImage image = OpenImage.open(Files.write(folder.resolve("scratch.xsave"), area.array()));
        assertEquals("0x1234", image.value("SCRATCH", "scratch_ctl"));
        assertEquals("832", image.select("SCRATCH", "scratch_ctl").get(3));
    }
}
