package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xstate.ui.tests.product.StartedProduct.Look;
import org.xstate.ui.tests.product.StartedProduct.Outcome;

/**
 * Photographs every stage of the desktop in one theme, at 100 and at 200 %, into {@code target/screenshots}, for people to judge.
 * What a program can see of a picture is tested here.
 */
abstract class Gallery {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    private final boolean dark;

    Gallery(boolean dark) {
        this.dark = dark;
    }

    @TestFactory
    Stream<DynamicTest> everyStageIsPhotographed() throws IOException, InterruptedException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Look look : List.of(new Look(dark, 1), new Look(dark, 2))) {
            Path pictures = TARGET.resolve("screenshots").resolve(look.toString());
            for (Outcome outcome : StartedProduct.photographed(TARGET, look, pictures).outcomes()) {
                tests.add(dynamicTest(outcome.name() + " " + look, () -> {
                    outcome.repeat();
                    judge(pictures.resolve(outcome.name() + ".png"), look);
                }));
            }
        }
        return tests.stream();
    }

    private static void judge(Path file, Look look) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(WIDTH * look.scale(), picture.getWidth(), "width of " + file);
        assertEquals(HEIGHT * look.scale(), picture.getHeight(), "height of " + file);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
                picture.getWidth());
        assertTrue(Arrays.stream(pixels).anyMatch(rgb -> rgb != pixels[0]), file + " has one colour only");
        double share = (double) Arrays.stream(pixels).filter(Gallery::isDark).count() / pixels.length;
        assertTrue(look.dark() ? share > 0.7 : share < 0.3,
                "%.0f %% of %s is dark".formatted(100 * share, file));
    }

    private static boolean isDark(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff) < 128;
    }
}
