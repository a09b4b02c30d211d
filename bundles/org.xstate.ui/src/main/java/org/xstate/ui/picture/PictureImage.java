package org.xstate.ui.picture;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Palette;

/** Pictures as dots: at 100 % a dot is a unit of the picture, whatever the screen. */
public final class PictureImage {

    /** What Cairo, by which SWT draws on Linux, takes in a direction. */
    private static final int LONGEST = 32_767;
    /** Each takes four bytes, held twice while a file is written. */
    private static final long MOST = 100_000_000;

    /** Points that are drawn in one go: some milliseconds of the user interface's time. */
    private static final int BAND = 256;

    private PictureImage() {
    }

    /** Width and height in dots. */
    public static Point size(Picture picture, int percent) {
        return new Point((int) Math.ceil(picture.width() * percent / 100),
                (int) Math.ceil(picture.height() * percent / 100));
    }

    /** Whether a picture can be drawn in that size. */
    public static boolean fits(Picture picture, int percent) {
        Point size = size(picture, percent);
        return percent > 0 && size.x > 0 && size.y > 0 && size.x <= LONGEST && size.y <= LONGEST
                && (long) size.x * size.y <= MOST;
    }

    /**
     * Draws all of a picture on its background, on any thread: what only the thread of the user interface may do is done there
     * band by band, so that it has time for other things in between.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static ImageData of(Display display, Picture picture, int percent, boolean dark) {
        if (!fits(picture, percent)) {
            throw new IllegalArgumentException("%s by %s at %d %% is no size for a picture of dots".formatted(
                    picture.width(), picture.height(), percent));
        }
        Point size = size(picture, percent);
        int screen = display.syncCall(() -> display.getPrimaryMonitor().getZoom());
        List<ImageData> bands = new ArrayList<>();
        // an image is made in points of the screen, of which each may have several dots
        int height = points(size.y, screen);
        for (int top = 0; top < height; top += BAND) {
            int from = top;
            bands.add(display.syncCall(() -> band(display, picture,
                    new Rectangle(0, from, points(size.x, screen), Math.min(BAND, height - from)),
                    (float) percent / screen, dark)));
        }
        return joined(bands, size);
    }

    /** @param place in points @param zoom points for a unit of the picture */
    private static ImageData band(Display display, Picture picture, Rectangle place, float zoom,
            boolean dark) {
        Image image = new Image(display, place.width, place.height);
        GC gc = new GC(image);
        PicturePainter painter = new PicturePainter(display);
        try {
            gc.setBackground(Palette.color(Ink.BACKGROUND, dark));
            gc.fillRectangle(image.getBounds());
            painter.paint(gc, picture, 0, -place.y, zoom, dark);
            return image.getImageData(display.getPrimaryMonitor().getZoom());
        } finally {
            painter.dispose();
            gc.dispose();
            image.dispose();
        }
    }

    private static int points(int dots, int screen) {
        return (dots * 100 + screen - 1) / screen;
    }

    /** Their rows one below the other, without what lies beyond the picture, and without transparency. */
    private static ImageData joined(List<ImageData> bands, Point size) {
        ImageData first = bands.getFirst();
        ImageData all = new ImageData(size.x, size.y, first.depth, first.palette);
        int row = 0;
        for (ImageData band : bands) {
            for (int y = 0; y < band.height && row < size.y; y++, row++) {
                System.arraycopy(band.data, y * band.bytesPerLine, all.data, row * all.bytesPerLine,
                        size.x * band.depth / 8);
            }
        }
        return all;
    }
}
