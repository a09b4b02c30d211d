package org.xstate.ui.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.widgets.Canvas;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.images.OpenImage;

/** Scrolling through an image of a mebibyte, changing it at both ends, undoing, saving. */
final class ImageWorkload implements Workload {

    private static final int BYTES = 1 << 20;
    private static final int PAGES = 30;

    private OpenImage image;

    @Override
    public String name() {
        return "an image of 1 MiB scrolled, edited, undone and saved";
    }

    @Override
    public void prepare() throws IOException {
        Path file = Files.createTempFile("large", ".bin");
        file.toFile().deleteOnExit();
        byte[] guest = Files.readAllBytes(OpenImage.ROOT.resolve("examples/kvm/guest-xsave.bin"));
        Files.write(file, Arrays.copyOf(guest, BYTES));
        image = OpenImage.open(file);
    }

    @Override
    public void run() {
        Canvas hex = image.hex();
        for (int i = 0; i < PAGES; i++) {
            Keys.press(hex, "PAGE_DOWN");
        }
        Keys.press(hex, "CTRL+END", "a", "5", "CTRL+HOME", "7", "f", "0", "3");
        Ui.execute("org.eclipse.ui.edit.undo");
        image.select("x87", "fcw");
        image.save();
        image.close();
    }
}
