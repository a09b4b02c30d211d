package org.xstate.ui.svg.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.internal.image.SVGRasterizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRasterizerTest {

    @TempDir
    private Path folder;
    private int drawn;

    /** Each drawing differs from the one before. */
    private final class Drawing implements SVGRasterizer {

        @Override
        public ImageData rasterizeSVG(InputStream svg, int zoom) {
            return rasterizeSVG(svg, 16 * zoom / 100, 16 * zoom / 100);
        }

        @Override
        public ImageData rasterizeSVG(InputStream svg, int width, int height) {
            drawn++;
            ImageData image = new ImageData(width, height, 24, new PaletteData(0xff, 0xff00, 0xff0000));
            Arrays.fill(image.data, (byte) drawn);
            image.setAlpha(width - 1, height - 1, 100 + drawn);
            return image;
        }
    }

    private KeptRasterizer rasterizer() {
        return new KeptRasterizer(Optional.of(new KeptImages(folder)), Drawing::new);
    }

    private static InputStream svg(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIconIsDrawnOnceForAllStarts() {
        ImageData first = rasterizer().rasterizeSVG(svg("<svg/>"), 100);
        ImageData second = rasterizer().rasterizeSVG(svg("<svg/>"), 100);
        assertEquals(1, drawn);
        assertArrayEquals(first.data, second.data);
        assertArrayEquals(first.alphaData, second.alphaData);
        assertEquals(List.of(16, 16, 24, 101),
                List.of(second.width, second.height, second.depth, second.getAlpha(15, 15)));
        assertEquals(first.palette.getRGB(first.getPixel(3, 3)),
                second.palette.getRGB(second.getPixel(3, 3)));
    }

    @Test
    void anotherSizeAndAnotherIconAreDrawn() {
        KeptRasterizer one = rasterizer();
        one.rasterizeSVG(svg("<svg/>"), 100);
        one.rasterizeSVG(svg("<svg/>"), 200);
        one.rasterizeSVG(svg("<svg/>"), 20, 16);
        one.rasterizeSVG(svg("<svg />"), 100);
        assertEquals(4, drawn);
        assertEquals(2, rasterizer().rasterizeSVG(svg("<svg/>"), 200).data[0]);
        assertEquals(3, rasterizer().rasterizeSVG(svg("<svg/>"), 20, 16).data[0]);
    }

    @Test
    void aFileThatIsCutShortIsDrawnAgainAndMended() throws IOException {
        rasterizer().rasterizeSVG(svg("<svg/>"), 100);
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50));
        }
        assertEquals(2, rasterizer().rasterizeSVG(svg("<svg/>"), 100).data[0]);
        assertEquals(2, rasterizer().rasterizeSVG(svg("<svg/>"), 100).data[0]);
    }

    @Test
    void whereNothingCanBeKeptItIsDrawnEachTime() throws IOException {
        folder = Files.writeString(folder.resolve("file"), "no folder");
        rasterizer().rasterizeSVG(svg("<svg/>"), 100);
        rasterizer().rasterizeSVG(svg("<svg/>"), 100);
        new KeptRasterizer(Optional.empty(), Drawing::new).rasterizeSVG(svg("<svg/>"), 100);
        assertEquals(3, drawn);
    }

    @Test
    void theConfigurationMayLieInAFolderOfAnyName() throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("a b#c%20d[e]"));
        Optional<KeptImages> images = KeptImages.in("file:" + configuration + "/");
        new KeptRasterizer(images, Drawing::new).rasterizeSVG(svg("<svg/>"), 100);
        try (Stream<Path> files = Files.list(configuration.resolve("org.xstate.ui.svg"))) {
            assertEquals(1, files.count());
        }
        assertEquals(Optional.empty(), KeptImages.in("file:relative"));
        assertEquals(Optional.empty(), KeptImages.in("memory:nowhere"));
    }

    @Test
    void whatIsTooLargeForAnIconIsNotKept() {
        rasterizer().rasterizeSVG(svg("<svg/>"), 900);
        rasterizer().rasterizeSVG(svg("<svg/>"), 900);
        assertEquals(2, drawn);
    }
}
