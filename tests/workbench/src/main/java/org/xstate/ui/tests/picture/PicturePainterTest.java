package org.xstate.ui.tests.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.picture.Shape.Anchor;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.ui.picture.PictureImage;
import org.xstate.ui.picture.PicturePainter;
import org.xstate.ui.tests.Ui;

/** What is drawn on the screen against what is written into files, which another library draws. */
class PicturePainterTest {

    private static final String TEXT = "fpu_fpregs_owner_ctx of CPU0: XSTATE_BV 0x207, XCOMP_BV 8000000000000207";

    /** AWT measures without rounding to dots. */
    @Test
    void aTextIsAsWideOnTheScreenAsInAFile() {
        assertEquals(width("DejaVu Sans", Font.PLAIN, 12), drawn(Face.PLAIN), 5, "1 %, for kerning");
        assertEquals(width("DejaVu Sans", Font.BOLD, 12), drawn(Face.BOLD), 5, "1 %, for kerning");
        assertEquals(width("DejaVu Sans", Font.PLAIN, 10), drawn(Face.SMALL), 5, "1 %, for kerning");
        assertEquals(width("DejaVu Sans Mono", Font.PLAIN, 11), drawn(Face.FIXED), 5, "1 %, for kerning");
        assertEquals(width("DejaVu Sans", Font.BOLD, 16), drawn(Face.TITLE), 5, "1 %, for kerning");
    }

    @Test
    void aCharacterOfTheFixedFaceIsNotWiderThanItsMakersThink() {
        assertTrue(drawn(Face.FIXED) <= TEXT.length() * Picture.FIXED_WIDTH);
    }

    private static double width(String family, int style, int size) {
        return new Font(family, style, size)
                .getStringBounds(TEXT, new FontRenderContext(null, true, true)).getWidth();
    }

    private static double drawn(Face face) {
        return Ui.on(() -> {
            GC gc = new GC(Display.getCurrent());
            PicturePainter painter = new PicturePainter(Display.getCurrent());
            try {
                return painter.width(gc, face, TEXT);
            } finally {
                painter.dispose();
                gc.dispose();
            }
        });
    }

    @Test
    void theScreenShowsWhatAFileHolds() {
        Picture picture = Samples.everything();
        ImageData screen = Ui.on(() -> PictureImage.of(Display.getCurrent(), picture, 100, false));
        ImageData file = Ui.on(() -> new ImageData(new ByteArrayInputStream(
                PictureSvg.document(picture).getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of(file.width, file.height), List.of(screen.width, screen.height));
        for (int y = 0; y + 10 <= file.height; y += 10) {
            for (int x = 0; x + 20 <= file.width; x += 20) {
                double difference = Math.abs(brightness(file, x, y) - brightness(screen, x, y));
                assertTrue(difference < 40,
                        "at %d, %d the brightness differs by %.0f".formatted(x, y, difference));
            }
        }
    }

    /** Mean of a rectangle of 20 by 10 dots, 0 to 255; what is transparent is white. */
    private static double brightness(ImageData image, int left, int top) {
        double sum = 0;
        for (int y = top; y < top + 10; y++) {
            for (int x = left; x < left + 20; x++) {
                RGB rgb = image.palette.getRGB(image.getPixel(x, y));
                double alpha = image.alphaData == null ? 1 : image.getAlpha(x, y) / 255.0;
                double own = 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue;
                sum += alpha * own + (1 - alpha) * 255;
            }
        }
        return sum / 200;
    }

    @Test
    void aPngHasADotForEachUnitAtOneHundredPercent() {
        Picture picture = Samples.grid(3, 5);
        for (int percent : List.of(50, 100, 150, 300)) {
            ImageData drawn = Ui.on(() -> PictureImage.of(Display.getCurrent(), picture, percent, true));
            assertEquals(new Point(270 * percent / 100, 110 * percent / 100),
                    new Point(drawn.width, drawn.height));
        }
    }

    /** A tall picture is drawn in several bands; bands end within lines of text. */
    @Test
    void whatIsDrawnInBandsHasNoSeams() {
        int lines = 40;
        int height = 20;
        List<Shape> shapes = IntStream.range(0, lines).<Shape>mapToObj(line -> new Shape.Text(5,
                line * height + 14, TEXT, Face.PLAIN, Ink.TEXT, Anchor.START)).toList();
        Picture picture = new Picture(300, lines * height, "lines", shapes, List.of());
        ImageData all = PictureImage.of(PlatformUI.getWorkbench().getDisplay(), picture, 100, false);
        assertEquals(lines * height, all.height);
        int bytes = all.bytesPerLine * height;
        for (int line = 1; line < lines; line++) {
            assertEquals(-1, Arrays.mismatch(all.data, 0, bytes, all.data, line * bytes, (line + 1) * bytes),
                    "line " + line);
        }
    }

    @Test
    void aPictureTooLargeForDotsIsNotTried() {
        assertTrue(PictureImage.fits(Samples.grid(2, 600), 100));
        assertTrue(!PictureImage.fits(Samples.grid(2, 600), 200), "60,040 dots are more than Cairo takes");
        assertTrue(!PictureImage.fits(Picture.empty("nothing"), 100));
    }

    /** Of the thread's own time, since other programs may have the processor meanwhile. */
    @Test
    void twentyThousandShapesAreDrawnBelowASecond() {
        Picture picture = Samples.grid(100, 100);
        long took = Ui.on(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long started = threads.getCurrentThreadCpuTime();
            PictureImage.of(Display.getCurrent(), picture, 100, false);
            return (threads.getCurrentThreadCpuTime() - started) / 1_000_000;
        });
        assertTrue(took < 1000, took + " ms");
    }
}
