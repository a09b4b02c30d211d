package org.xstate.ui.picture;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.graphics.Rectangle;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.picture.Shape;
import org.xstate.ui.Palette;

/** Draws pictures with SWT, as {@link PictureSvg} writes them. Fonts are kept until {@link #dispose}. */
public final class PicturePainter {

    private static final float HATCH = 6;
    /** Height of a font in points for a height in units of 1/96 inch. */
    private static final double POINTS = 0.75;

    private final Device device;
    private final Map<Shape.Face, Font> fonts = new EnumMap<>(Shape.Face.class);

    public PicturePainter(Device device) {
        this.device = device;
    }

    public void dispose() {
        fonts.values().forEach(Font::dispose);
        fonts.clear();
    }

    /**
     * Draws what lies within the clipping of the GC.
     *
     * @param x    of the picture's origin, in points of the GC
     * @param zoom points of the GC for a unit of the picture
     */
    public void paint(GC gc, Picture picture, int x, int y, float zoom, boolean dark) {
        Transform transform = new Transform(device);
        try {
            transform.translate(x, y);
            transform.scale(zoom, zoom);
            gc.setTransform(transform);
            gc.setAntialias(SWT.ON);
            gc.setTextAntialias(SWT.ON);
            Rectangle clip = gc.getClipping();
            for (Shape shape : picture.shapes()) {
                draw(gc, shape, clip, dark);
            }
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    private void draw(GC gc, Shape shape, Rectangle clip, boolean dark) {
        switch (shape) {
            case Shape.Box box -> {
                if (touches(clip, box.x(), box.y(), box.width(), box.height())) {
                    area(gc, box(box), box.ink(), box.fill(), box.line(), box.stroke(),
                            new double[]{box.x(), box.y(), box.width(), box.height()}, dark);
                }
            }
            case Shape.Dot dot -> {
                double size = 2 * dot.radius();
                if (touches(clip, dot.x() - dot.radius(), dot.y() - dot.radius(), size, size)) {
                    area(gc, circle(dot), dot.ink(), dot.fill(), dot.line(), dot.stroke(),
                            new double[]{dot.x() - dot.radius(), dot.y() - dot.radius(), size, size}, dark);
                }
            }
            case Shape.Line line -> {
                if (touches(clip, Math.min(line.x1(), line.x2()) - 8, Math.min(line.y1(), line.y2()) - 8,
                        Math.abs(line.x2() - line.x1()) + 16, Math.abs(line.y2() - line.y1()) + 16)) {
                    line(gc, line, dark);
                }
            }
            case Shape.Text text -> text(gc, text, clip, dark);
        }
    }

    private static boolean touches(Rectangle clip, double x, double y, double width, double height) {
        return x <= clip.x + clip.width && x + width >= clip.x && y <= clip.y + clip.height
                && y + height >= clip.y;
    }

    private Path box(Shape.Box box) {
        Path path = new Path(device);
        float x = (float) box.x();
        float y = (float) box.y();
        float width = (float) box.width();
        float height = (float) box.height();
        float r = (float) Math.min(box.radius(), Math.min(width, height) / 2);
        if (r <= 0) {
            path.addRectangle(x, y, width, height);
            return path;
        }
        path.addArc(x + width - 2 * r, y, 2 * r, 2 * r, 90, -90);
        path.addArc(x + width - 2 * r, y + height - 2 * r, 2 * r, 2 * r, 0, -90);
        path.addArc(x, y + height - 2 * r, 2 * r, 2 * r, 270, -90);
        path.addArc(x, y, 2 * r, 2 * r, 180, -90);
        path.close();
        return path;
    }

    private Path circle(Shape.Dot dot) {
        Path path = new Path(device);
        path.addArc((float) (dot.x() - dot.radius()), (float) (dot.y() - dot.radius()),
                (float) (2 * dot.radius()), (float) (2 * dot.radius()), 0, 360);
        return path;
    }

    /** Draws a closed outline and gives it back to the system. */
    private void area(GC gc, Path outline, Ink ink, Shape.Fill fill, Ink line, Shape.Stroke stroke,
            double[] bounds, boolean dark) {
        try {
            if (fill != Shape.Fill.NONE) {
                gc.setBackground(Palette.color(ink, dark));
                gc.fillPath(outline);
            }
            if (fill == Shape.Fill.HATCHED || fill == Shape.Fill.CROSSED) {
                pattern(gc, fill, line, bounds, dark);
            }
            if (stroke != Shape.Stroke.NONE) {
                pen(gc, line, stroke, dark);
                gc.drawPath(outline);
            }
        } finally {
            outline.dispose();
        }
    }

    private void pattern(GC gc, Shape.Fill fill, Ink line, double[] bounds, boolean dark) {
        Path lines = new Path(device);
        try {
            float x = (float) bounds[0];
            float y = (float) bounds[1];
            float width = (float) bounds[2];
            float height = (float) bounds[3];
            if (fill == Shape.Fill.CROSSED) {
                segment(lines, x, y, x + width, y + height);
                segment(lines, x, y + height, x + width, y);
            } else {
                for (float at = HATCH; at < width + height; at += HATCH) {
                    // cut at the bounds by arithmetic: a clip for each box would be slow
                    float left = Math.max(at - height, 0);
                    float right = Math.min(at, width);
                    segment(lines, x + right, y + at - right, x + left, y + at - left);
                }
            }
            pen(gc, line, Shape.Stroke.THIN, dark);
            gc.drawPath(lines);
        } finally {
            lines.dispose();
        }
    }

    private static void segment(Path path, float x1, float y1, float x2, float y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    }

    private static void pen(GC gc, Ink ink, Shape.Stroke stroke, boolean dark) {
        gc.setForeground(Palette.color(ink, dark));
        gc.setLineWidth(stroke == Shape.Stroke.THICK ? 3 : 1);
        gc.setLineStyle(switch (stroke) {
            case DASHED -> SWT.LINE_DASH;
            case DOTTED -> SWT.LINE_DOT;
            default -> SWT.LINE_SOLID;
        });
    }

    private void line(GC gc, Shape.Line line, boolean dark) {
        if (line.stroke() == Shape.Stroke.NONE) {
            return;
        }
        pen(gc, line.line(), line.stroke(), dark);
        Path path = new Path(device);
        try {
            segment(path, (float) line.x1(), (float) line.y1(), (float) line.x2(), (float) line.y2());
            gc.drawPath(path);
        } finally {
            path.dispose();
        }
        if (line.head()) {
            double[] head = PictureSvg.head(line);
            Path tip = new Path(device);
            try {
                tip.moveTo((float) head[0], (float) head[1]);
                tip.lineTo((float) head[2], (float) head[3]);
                tip.lineTo((float) head[4], (float) head[5]);
                tip.close();
                gc.setBackground(Palette.color(line.line(), dark));
                gc.fillPath(tip);
            } finally {
                tip.dispose();
            }
        }
    }

    private void text(GC gc, Shape.Text text, Rectangle clip, boolean dark) {
        if (text.y() < clip.y - 4 || text.y() > clip.y + clip.height + 24) {
            return;
        }
        gc.setFont(font(text.face()));
        FontMetrics metrics = gc.getFontMetrics();
        int width = gc.textExtent(text.text()).x;
        double x = switch (text.anchor()) {
            case START -> text.x();
            case MIDDLE -> text.x() - width / 2.0;
            case END -> text.x() - width;
        };
        if (x > clip.x + clip.width || x + width < clip.x) {
            return;
        }
        gc.setForeground(Palette.color(text.ink(), dark));
        gc.drawText(text.text(), (int) Math.round(x),
                (int) Math.round(text.y() - metrics.getAscent() - metrics.getLeading()),
                SWT.DRAW_TRANSPARENT);
    }

    private Font font(Shape.Face face) {
        return fonts.computeIfAbsent(face, one -> switch (one) {
            case PLAIN -> made("Sans", 12, SWT.NORMAL);
            case BOLD -> made("Sans", 12, SWT.BOLD);
            case SMALL -> made("Sans", 10, SWT.NORMAL);
            case FIXED -> made("Monospace", 11, SWT.NORMAL);
            case TITLE -> made("Sans", 16, SWT.BOLD);
        });
    }

    private Font made(String name, int units, int style) {
        FontData data = new FontData(name, 1, style);
        data.height = (float) (units * POINTS);
        return new Font(device, data);
    }
}
