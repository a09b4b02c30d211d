package org.xstate.ui.picture;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
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
     * Draws all of a picture on its background. On the thread of the user interface.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static ImageData of(Display display, Picture picture, int percent, boolean dark) {
        if (!fits(picture, percent)) {
            throw new IllegalArgumentException("%s by %s at %d %% is no size for a picture of dots".formatted(
                    picture.width(), picture.height(), percent));
        }
        Point size = size(picture, percent);
        int screen = display.getPrimaryMonitor().getZoom();
        // an image is made in points of the screen, of which each may have several dots
        Image image = new Image(display, points(size.x, screen), points(size.y, screen));
        GC gc = new GC(image);
        PicturePainter painter = new PicturePainter(display);
        try {
            gc.setBackground(Palette.color(Ink.BACKGROUND, dark));
            gc.fillRectangle(image.getBounds());
            painter.paint(gc, picture, 0, 0, (float) percent / screen, dark);
            ImageData drawn = image.getImageData(screen);
            drawn.alphaData = null;
            return cut(drawn, size);
        } finally {
            painter.dispose();
            gc.dispose();
            image.dispose();
        }
    }

    private static int points(int dots, int screen) {
        return (dots * 100 + screen - 1) / screen;
    }

    private static ImageData cut(ImageData drawn, Point size) {
        if (drawn.width == size.x && drawn.height == size.y) {
            return drawn;
        }
        ImageData cut = new ImageData(size.x, size.y, drawn.depth, drawn.palette);
        for (int y = 0; y < size.y; y++) {
            System.arraycopy(drawn.data, y * drawn.bytesPerLine, cut.data, y * cut.bytesPerLine,
                    size.x * drawn.depth / 8);
        }
        return cut;
    }
}
