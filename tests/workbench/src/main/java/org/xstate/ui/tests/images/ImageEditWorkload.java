package org.xstate.ui.tests.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.widgets.Canvas;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.bench.Workload;

/** A buffer of a mebibyte scrolled through, changed at both ends, and changes undone. */
final class ImageEditWorkload implements Workload {

    private static final int SIZE = 1 << 20;

    private OpenImage image;

    @Override
    public String name() {
        return "an image of 1 MiB scrolled, edited, undone and saved";
    }

    @Override
    public void prepare() throws Exception {
        byte[] guest = Files.readAllBytes(OpenImage.ROOT.resolve("examples/kvm/guest-xsave.bin"));
        Path file = Files.write(Files.createTempDirectory("image").resolve("large.bin"),
                Arrays.copyOf(guest, SIZE));
        file.toFile().deleteOnExit();
        image = OpenImage.open(file);
    }

    @Override
    public void run() {
        Canvas hex = image.hex();
        Keys.press(hex, "CTRL+HOME", "3", "7", "0", "2");
        for (int i = 0; i < 40; i++) {
            Keys.press(hex, "PAGE_DOWN");
        }
        Keys.press(hex, "CTRL+END", "a", "5", "CTRL+HOME");
        image.select("SSE", "xmm3");
        Ui.execute("org.eclipse.ui.edit.undo");
        Ui.execute("org.eclipse.ui.edit.undo");
        image.save();
        image.choose(1, "AMD Zen 3");
        image.close();
    }
}
