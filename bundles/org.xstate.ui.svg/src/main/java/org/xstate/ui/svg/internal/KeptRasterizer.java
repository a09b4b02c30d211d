package org.xstate.ui.svg.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.internal.image.SVGRasterizer;
import org.eclipse.swt.svg.JSVGRasterizer;

/**
 * Draws SVG for SWT, each size of each icon once: what came of it is kept beside the configuration, and read at later starts.
 * Drawing the icons of a window takes a tenth of a start, and would load AWT.
 */
public final class KeptRasterizer implements SVGRasterizer {

    private final Optional<KeptImages> kept;
    private final Supplier<SVGRasterizer> drawing;
    private Optional<SVGRasterizer> drawn = Optional.empty();

    /** As SWT makes it. */
    public KeptRasterizer() {
        this(KeptImages.ofConfiguration(), JSVGRasterizer::new);
    }

    /** @param drawing makes what draws; not asked before something has to be drawn */
    KeptRasterizer(Optional<KeptImages> kept, Supplier<SVGRasterizer> drawing) {
        this.kept = kept;
        this.drawing = drawing;
    }

    @Override
    public ImageData rasterizeSVG(InputStream svg, int zoom) {
        return image(svg, "zoom" + zoom, (one, text) -> one.rasterizeSVG(text, zoom));
    }

    @Override
    public ImageData rasterizeSVG(InputStream svg, int width, int height) {
        return image(svg, width + "x" + height, (one, text) -> one.rasterizeSVG(text, width, height));
    }

    private interface Drawn {
        ImageData by(SVGRasterizer one, InputStream svg);
    }

    private ImageData image(InputStream svg, String size, Drawn drawn) {
        byte[] text;
        try {
            text = svg.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Function<byte[], ImageData> draw = one -> drawn.by(rasterizer(), new ByteArrayInputStream(one));
        if (kept.isEmpty()) {
            return draw.apply(text);
        }
        return kept.get().find(text, size).orElseGet(() -> {
            ImageData image = draw.apply(text);
            kept.get().keep(text, size, image);
            return image;
        });
    }

    private synchronized SVGRasterizer rasterizer() {
        SVGRasterizer one = drawn.orElseGet(drawing);
        drawn = Optional.of(one);
        return one;
    }
}
