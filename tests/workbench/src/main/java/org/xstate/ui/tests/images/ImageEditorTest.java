package org.xstate.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/**
 * The editor of images on the examples. The core's values are those that its threads were given and gdb shows (thread 329:
 * FCW 027F, FSW 6900, MXCSR 1F80); offsets are the manual's (SDM volume 1, section 13.4 and table 10-2).
 */
class ImageEditorTest {

    private static final String CORE = "examples/cores/six-threads.core";

    @TempDir
    private Path folder;

    @AfterEach
    void closeEditors() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    private Path copy(String file) throws IOException {
        return Files.copy(OpenImage.ROOT.resolve(file), folder.resolve(Path.of(file).getFileName()));
    }

    @Test
    void aCoreOpensHereAndListsItsThreads() {
        OpenImage image = OpenImage.open(CORE);
        assertEquals(
                List.of("thread 329", "thread 334", "thread 333", "thread 332", "thread 331", "thread 330"),
                image.items(0));
        assertTrue(image.summary().contains("layout from the core's NT_X86_XSAVE_LAYOUT note"),
                image.summary());
        assertTrue(image.summary().contains("XSTATE_BV 0x7"), image.summary());
    }

    @Test
    void aCoreOpensHereWhateverItsName() throws IOException {
        Path core = Files.copy(OpenImage.ROOT.resolve(CORE), folder.resolve("dump-without-extension"));
        assertEquals(6, OpenImage.open(core).items(0).size());
    }

    @Test
    void aFieldTellsItsValueItsMeaningAndItsPlace() {
        OpenImage image = OpenImage.open(CORE);
        List<String> fcw = image.select("x87", "fcw");
        assertEquals(List.of("fcw", "027F"), fcw.subList(0, 2));
        assertTrue(fcw.get(2).startsWith("double precision, round to nearest"), fcw.get(2));
        assertEquals(List.of("0", "16"), fcw.subList(3, 5));
        assertEquals("1F80", image.select("SSE", "mxcsr").get(1));
        assertEquals("6900", image.select("x87", "fsw").get(1));
    }

    @Test
    void theBytesOfASelectedFieldAreSelected() {
        OpenImage image = OpenImage.open(CORE);
        image.select("SSE", "mxcsr");
        assertEquals("offset 24 (0x18), 4 bytes  0x00001f80 = 8064", image.inspected());
    }

    @Test
    void theFieldOfASelectedByteIsSelected() {
        OpenImage image = OpenImage.open(CORE);
        image.select("x87", "fcw");
        Keys.press(image.hex(), "ARROW_RIGHT", "ARROW_RIGHT");
        assertEquals("fsw", Ui.on(() -> image.tree().getSelection()[0].getText()));
    }

    @Test
    void aComponentInItsInitialConfigurationSaysSo() {
        OpenImage image = OpenImage.open(CORE);
        image.choose(0, "thread 330");
        Ui.await("thread 330 is shown", () -> image.summary().contains("XSTATE_BV 0x0"));
        assertEquals("init (XSTATE_BV[2] clear)", image.part("AVX", 2).get(1));
        assertTrue(image.part("AVX", 1).getFirst().startsWith("\u25cb"), image.part("AVX", 1).getFirst());
    }

    @Test
    void clearingTheBitLeavesStaleBytesAndUndoTakesItBack() throws IOException {
        OpenImage image = OpenImage.open(copy(CORE));
        image.select("AVX");
        Menus.context(image.tree(), "Clear XSTATE_BV[2] of AVX, Keep its Bytes");
        Ui.await("the change is decoded", () -> image.part("AVX", 2).get(1).contains("stale"));
        assertTrue(image.isDirty());
        assertTrue(image.part("AVX", 2).get(1).matches(
                "init \\(XSTATE_BV\\[2\\] clear; \\d+ bytes in memory are stale\\)"),
                image.part("AVX", 2).get(1));
        Menus.main("Edit", "Undo Clear XSTATE_BV... Keep its Bytes");
        Ui.await("AVX is in use again", () -> image.part("AVX", 2).get(1).equals("in use"));
        assertFalse(image.isDirty());
    }

    @Test
    void savingACoreChangesOnlyTheBytesOfTheNote() throws IOException {
        Path core = copy(CORE);
        byte[] before = Files.readAllBytes(core);
        OpenImage image = OpenImage.open(core);
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "7", "0", "3");
        image.save();
        byte[] after = Files.readAllBytes(core);
        ByteBuffer changed = ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x0337, changed.getShort(2224));
        changed.putShort(2224, (short) 0x027f);
        assertEquals(ByteBuffer.wrap(before), ByteBuffer.wrap(after));
        assertFalse(image.isDirty());
    }

    @Test
    void aTypedByteIsDecodedAndNamedByUndo() throws IOException {
        OpenImage image = OpenImage.open(copy(CORE));
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "f");
        Ui.await("the new value is shown", () -> image.value("x87", "fcw").equals("023F"));
        Menus.main("Edit", "Undo Type at 0x0");
        Ui.await("the old value is back", () -> image.value("x87", "fcw").equals("027F"));
    }

    @Test
    void tabGoesToTheCharactersWhichCanBeTypedToo() throws IOException {
        OpenImage image = OpenImage.open(copy("examples/kvm/guest-xsave.bin"));
        image.select("software");
        Event tab = new Event();
        tab.detail = SWT.TRAVERSE_TAB_NEXT;
        tab.doit = true;
        Ui.send(image.hex(), SWT.Traverse, tab);
        Keys.press(image.hex(), "A");
        assertTrue(image.isDirty());
        Keys.press(image.hex(), "ARROW_LEFT");
        assertTrue(image.inspected().contains("0x61 = 97") || image.inspected().contains("0x41 = 65"),
                image.inspected());
    }

    @Test
    void keysGoThroughTheBytes() {
        OpenImage image = OpenImage.open(CORE);
        image.select("x87", "fcw");
        Keys.press(image.hex(), "CTRL+END");
        assertTrue(image.inspected().startsWith("offset 831 "), image.inspected());
        Keys.press(image.hex(), "HOME");
        assertTrue(image.inspected().startsWith("offset 816 "), image.inspected());
        Keys.press(image.hex(), "ARROW_UP");
        assertTrue(image.inspected().startsWith("offset 800 "), image.inspected());
        Keys.press(image.hex(), "CTRL+HOME", "SHIFT+ARROW_RIGHT");
        assertEquals("offset 0 (0x0), 2 bytes  0x027f = 639", image.inspected());
    }

    @Test
    void theKernelsDefectIsFoundAndMended() throws IOException {
        OpenImage image = OpenImage.open(copy(CORE));
        String defective = image.items(0).stream().filter(thread -> {
            image.choose(0, thread);
            Ui.settle();
            return Rows.of(image.findings()).stream()
                    .anyMatch(row -> row.startsWith("MXCSR and its mask are stored as 0"));
        }).findFirst().orElseThrow();
        assertTrue(image.items(0).contains(defective));
        String message = Rows.of(image.findings()).stream().filter(row -> row.startsWith("MXCSR")).findFirst()
                .orElseThrow().split("\\|")[0];
        Rows.select(image.findings(), 0, message);
        Menus.context(image.findings(), "Mend: Set MXCSR to 1F80, which the register held");
        Ui.await("the value is right", () -> image.value("SSE", "mxcsr").equals("1F80"));
        Ui.await("the finding is gone",
                () -> Rows.of(image.findings()).stream()
                        .noneMatch(row -> row.startsWith("MXCSR and its mask")));
    }

    @Test
    void aDoubleClickOnAFindingGoesToItsBytes() {
        OpenImage core = OpenImage.open(CORE);
        for (String thread : core.items(0)) {
            core.choose(0, thread);
            Ui.settle();
            List<String> found = Rows.of(core.findings()).stream()
                    .filter(row -> row.contains("MXCSR at byte 24"))
                    .toList();
            if (!found.isEmpty()) {
                Rows.open(core.findings(), 0, found.getFirst().split("\\|")[0]);
                assertTrue(core.inspected().startsWith("offset 24 (0x18), 4 bytes"), core.inspected());
                return;
            }
        }
        throw new AssertionError("no thread has the kernel's defect");
    }

    @Test
    void framesOpenOneByOneAndShowTheirSoftwareBytes() {
        OpenImage image = OpenImage.open("examples/frames/sigframes64.bin");
        assertTrue(image.items(0).size() > 1, image.items(0).toString());
        List<String> magic = image.select("software", "magic1");
        assertEquals(List.of("magic1", "0x46505853", "FP_XSTATE_MAGIC1", "464", "32"), magic);
    }

    @Test
    void aChangeOnDiskIsNoticed() throws IOException {
        Path core = copy(CORE);
        OpenImage image = OpenImage.open(core);
        byte[] bytes = Files.readAllBytes(core);
        bytes[2224] = 0x3f;
        Files.write(core, bytes);
        Files.setLastModifiedTime(core, java.nio.file.attribute.FileTime.fromMillis(1));
        Ui.on(() -> {
            image.part().setFocus();
            return null;
        });
        Ui.await(
                "the notice is shown", () -> Ui
                        .find(Ui.area(image.part()), org.eclipse.swt.widgets.Button.class,
                                button -> button.isVisible() && button.getText().equals("&Reload"))
                        .isPresent());
        var reload = Ui.on(() -> Ui.find(Ui.area(image.part()), org.eclipse.swt.widgets.Button.class,
                button -> button.getText().equals("&Reload")).orElseThrow());
        Ui.send(reload, SWT.Selection, new Event());
        Ui.await("what is on disk is shown", () -> image.value("x87", "fcw").equals("023F"));
    }

    @Test
    void unsavedChangesCanBeGivenAwayAndTakenBack() throws IOException {
        Path core = copy(CORE);
        OpenImage image = OpenImage.open(core);
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "f");
        byte[] kept = Ui.on(() -> image.part().getAdapter(org.xstate.ui.Recoverable.class).unsaved());
        image.close();
        OpenImage again = OpenImage.open(core);
        assertEquals("027F", again.select("x87", "fcw").get(1));
        Ui.on(() -> {
            again.part().getAdapter(org.xstate.ui.Recoverable.class).restore(kept);
            return null;
        });
        Ui.await("the change is there", () -> again.value("x87", "fcw").equals("023F"));
        assertTrue(again.isDirty());
    }
}
