package org.xstate.ui.tests.gallery.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.images.OpenImage;

/** A raw image whose header and MXCSR no restore takes, one of its components initial with stale bytes. */
final class FindingsStage implements Stage {

    @Override
    public String name() {
        return "image-findings";
    }

    @Override
    public void set() throws IOException {
        byte[] bytes = Files.readAllBytes(OpenImage.ROOT.resolve("examples/kvm/guest-xsave.bin"));
        bytes[27] = 1;
        bytes[530] = 2;
        bytes[512] = 3;
        Path file = Files.write(Files.createTempDirectory("images").resolve("guest.xsave"), bytes);
        OpenImage image = OpenImage.open(file);
        image.maximize();
        Ui.await("the CPUs are listed", () -> image.items(1).contains("AMD Zen 3"));
        image.choose(1, "AMD Zen 3");
        Ui.await("AVX has a place", () -> image.summary().contains("the given CPU"));
        image.select("AVX");
    }
}
