package org.xstate.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Ui;

/** The file behind an editor of images: saved as another one, not writable. */
class ImageFileTest {

    private static final String CORE = "examples/cores/six-threads.core";
    private static final int FCW = 2224;

    @TempDir
    private Path folder;

    @AfterEach
    void closeEditors() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    private Path core() throws IOException {
        return Files.copy(OpenImage.ROOT.resolve(CORE), folder.resolve("six-threads.core"));
    }

    private static void change(OpenImage image) {
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "f");
        Ui.await("the new value is shown", () -> image.value("x87", "fcw").equals("023F"));
    }

    @Test
    void saveAsWritesAnotherFileAndGoesOnWithIt() throws Exception {
        Path core = core();
        byte[] before = Files.readAllBytes(core);
        Path other = folder.resolve("changed.core");
        OpenImage image = OpenImage.open(core);
        change(image);
        try (AutoCloseable _ = FileDialogs.answeredBy((_, question) -> {
            assertEquals("six-threads.core", question.suggested().orElse(""));
            return List.of(other);
        })) {
            Menus.main("File", "Save As...");
            Ui.await("the other file is there", () -> Files.exists(other) && !image.part().isDirty());
        }
        byte[] after = Files.readAllBytes(other);
        assertEquals(0x3f, after[FCW]);
        after[FCW] = before[FCW];
        assertArrayEquals(before, after);
        assertArrayEquals(before, Files.readAllBytes(core));
        assertEquals("changed.core", Ui.on(() -> image.part().getEditorInput().getName()));
        assertTrue(Ui.on(() -> image.part().getTitle()).startsWith("changed.core"));
        change2(image);
        image.save();
        assertEquals(0x37, Files.readAllBytes(other)[FCW]);
        assertArrayEquals(before, Files.readAllBytes(core));
    }

    private static void change2(OpenImage image) {
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "7");
        Ui.await("the next value is shown", () -> image.value("x87", "fcw").equals("0237"));
    }

    @Test
    void whoThinksBetterOfSaveAsHasWhatWasThere() throws Exception {
        OpenImage image = OpenImage.open(core());
        change(image);
        try (AutoCloseable _ = FileDialogs.answeredBy((_, _) -> List.of())) {
            Menus.main("File", "Save As...");
        }
        assertTrue(image.isDirty());
        assertEquals("six-threads.core", Ui.on(() -> image.part().getEditorInput().getName()));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidToBeReadOnly() throws IOException {
        Path core = core();
        Files.setPosixFilePermissions(core, Set.of(PosixFilePermission.OWNER_READ));
        OpenImage image = OpenImage.open(core);
        Ui.await("it is said", () -> Ui.find(Ui.area(image.part()), Label.class,
                label -> label.isVisible() && label.getText()
                        .equals(core + " is read-only: changes can only be saved under another name."))
                .isPresent());
        assertFalse(image.isDirty());
    }
}
