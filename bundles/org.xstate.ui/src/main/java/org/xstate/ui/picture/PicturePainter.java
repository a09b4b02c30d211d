package org.xstate.ui.picture;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.picture.Shape;
import org.xstate.ui.Palette;

/**
 * Draws pictures with SWT, as {@link PictureSvg} writes them. Fonts are kept until {@link #dispose}.
 *
 * <p>SWT takes whole numbers, and systems round the widths of letters to whole dots: everything is drawn {@value #FINE} times
 * as large and scaled down, so that a text is as wide as in the file.
 */
public final class PicturePainter {

    static final int FINE = 8;
    private static final float HATCH = 6;
    /** Points; lines that are closer are a grey that takes long to draw. */
    private static final float NARROWEST_HATCH = 4;
    /** Points; smaller letters are spots that take long to draw. */
    private static final float LEGIBLE = 6;
    /** Points; a smaller radius is not seen, and an outline with one takes ten times as long as a straight one. */
    private static final float ROUND = 2.5f;
    private static final Map<Shape.Stroke, LineAttributes> PENS = pens();

    private final Device device;
    private final PictureFonts fonts;

    public PicturePainter(Device device) {
        this.device = device;
        fonts = new PictureFonts(device, FINE);
    }

    public void dispose() {
        fonts.dispose();
    }

    private static Map<Shape.Stroke, LineAttributes> pens() {
        Map<Shape.Stroke, LineAttributes> pens = new EnumMap<>(Shape.Stroke.class);
        pens.put(Shape.Stroke.THIN, pen(1, SWT.LINE_SOLID));
        pens.put(Shape.Stroke.THICK, pen(2.5f, SWT.LINE_SOLID));
        pens.put(Shape.Stroke.DASHED, pen(1, SWT.LINE_CUSTOM, 5, 3));
        pens.put(Shape.Stroke.DOTTED, pen(1, SWT.LINE_CUSTOM, 1, 3));
        return pens;
    }

    private static LineAttributes pen(float width, int style, float... dashes) {
        float[] fine = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            fine[i] = dashes[i] * FINE;
        }
        return new LineAttributes(width * FINE, SWT.CAP_FLAT, SWT.JOIN_MITER, style,
                dashes.length == 0 ? null : fine, 0, 10);
    }

    /**
     * Draws what lies within the clipping of the GC.
     *
     * @param x    of the picture's origin, in points of the GC
     * @param y    the same
     * @param zoom points of the GC for a unit of the picture
     */
    public void paint(GC gc, Picture picture, int x, int y, float zoom, boolean dark) {
        // asked for before: what SWT says of it under a transformation differs between systems
        Rectangle clip = gc.getClipping();
        Transform transform = new Transform(device);
        try {
            transform.translate(x, y);
            transform.scale(zoom / FINE, zoom / FINE);
            gc.setAntialias(SWT.ON);
            gc.setTextAntialias(SWT.ON);
            gc.setTransform(transform);
            Pass pass = new Pass(gc, new Rectangle(clip.x - x, clip.y - y, clip.width, clip.height), zoom,
                    dark);
            picture.shapes().forEach(pass::draw);
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    /** Width of a text in units of the picture. */
    public double width(GC gc, Shape.Face face, String text) {
        gc.setFont(fonts.font(face));
        return (double) gc.textExtent(text, 0).x / FINE;
    }

    /** One drawing of one picture. */
    private final class Pass {

        private final GC gc;
        private final float zoom;
        private final boolean dark;
        /** What has to be drawn, in units of the picture. */
        private final double left;
        private final double top;
        private final double right;
        private final double bottom;
        private final double hatch;

        Pass(GC gc, Rectangle clip, float zoom, boolean dark) {
            this.gc = gc;
            this.zoom = zoom;
            this.dark = dark;
            left = clip.x / zoom - 2;
            top = clip.y / zoom - 2;
            right = (clip.x + clip.width) / zoom + 2;
            bottom = (clip.y + clip.height) / zoom + 2;
            hatch = Math.max(HATCH, NARROWEST_HATCH / zoom);
        }

        private void draw(Shape shape) {
            switch (shape) {
                case Shape.Box box -> {
                    if (touches(box.x(), box.y(), box.width(), box.height())) {
                        box(box);
                    }
                }
                case Shape.Dot dot -> {
                    double size = 2 * dot.radius();
                    if (touches(dot.x() - dot.radius(), dot.y() - dot.radius(), size, size)) {
                        dot(dot);
                    }
                }
                case Shape.Line line -> {
                    if (touches(Math.min(line.x1(), line.x2()) - 8, Math.min(line.y1(), line.y2()) - 8,
                            Math.abs(line.x2() - line.x1()) + 16, Math.abs(line.y2() - line.y1()) + 16)) {
                        line(line);
                    }
                }
                case Shape.Text text -> text(text);
            }
        }

        private boolean touches(double x, double y, double width, double height) {
            return x <= right && x + width >= left && y <= bottom && y + height >= top;
        }

        /** To the nearest edge of a dot, so that straight lines are sharp whatever the zoom. */
        private int sharp(double at) {
            return (int) Math.round(Math.round(at * zoom) / (double) zoom * FINE);
        }

        private static int fine(double at) {
            return (int) Math.round(at * FINE);
        }

        private void box(Shape.Box box) {
            int x = sharp(box.x());
            int y = sharp(box.y());
            int width = sharp(box.x() + box.width()) - x;
            int height = sharp(box.y() + box.height()) - y;
            int round = box.radius() * zoom < ROUND
                    ? 0
                    : fine(2 * Math.min(box.radius(), Math.min(box.width(), box.height()) / 2));
            boolean filled = box.fill() != Shape.Fill.NONE;
            boolean within = filled && round > 2 * FINE && box.stroke() == Shape.Stroke.THIN
                    && Math.min(width, height) > 2 * FINE;
            if (within) {
                outline(box, x, y, width, height, round);
            } else if (filled) {
                fill(box.ink(), x, y, width, height, round);
            }
            pattern(box.fill(), box.line(), box.x(), box.y(), box.width(), box.height());
            if (!within && box.stroke() != Shape.Stroke.NONE) {
                pen(box.line(), box.stroke());
                if (round > 0) {
                    gc.drawRoundRectangle(x, y, width, height, round, round);
                } else {
                    gc.drawRectangle(x, y, width, height);
                }
            }
        }

        /** The outline as what is left between two fillings, since systems stroke a curve ten times as slowly as they fill. */
        private void outline(Shape.Box box, int x, int y, int width, int height, int round) {
            // where SWT draws a line with an odd number of dots: through their middles
            int shift = (int) zoom % 2 == 1 ? Math.round(FINE / 2 / zoom) : 0;
            int left = x + shift - FINE / 2;
            int top = y + shift - FINE / 2;
            fill(box.line(), left, top, width + FINE, height + FINE, round + FINE);
            fill(box.ink(), left + FINE, top + FINE, width - FINE, height - FINE, round - FINE);
        }

        private void fill(Ink ink, int x, int y, int width, int height, int round) {
            gc.setBackground(Palette.color(ink, dark));
            if (round > 0) {
                gc.fillRoundRectangle(x, y, width, height, round, round);
            } else {
                gc.fillRectangle(x, y, width, height);
            }
        }

        private void dot(Shape.Dot dot) {
            int x = fine(dot.x() - dot.radius());
            int y = fine(dot.y() - dot.radius());
            int size = fine(2 * dot.radius());
            if (dot.fill() != Shape.Fill.NONE) {
                gc.setBackground(Palette.color(dot.ink(), dark));
                gc.fillOval(x, y, size, size);
            }
            pattern(dot);
            if (dot.stroke() != Shape.Stroke.NONE) {
                pen(dot.line(), dot.stroke());
                gc.drawOval(x, y, size, size);
            }
        }

        private void pattern(Shape.Fill fill, Ink ink, double x, double y, double width, double height) {
            if (fill != Shape.Fill.HATCHED && fill != Shape.Fill.CROSSED) {
                return;
            }
            pen(ink, Shape.Stroke.THIN);
            if (fill == Shape.Fill.CROSSED) {
                gc.drawLine(fine(x), fine(y), fine(x + width), fine(y + height));
                gc.drawLine(fine(x), fine(y + height), fine(x + width), fine(y));
                return;
            }
            Path lines = new Path(device);
            try {
                // a line goes down to the left: x + y is the same all along; those beside the clipping are left out
                double first = Math.max(hatch, Math.floor((left - x + top - y) / hatch) * hatch);
                double last = Math.min(width + height, right - x + bottom - y);
                for (double at = first; at < last; at += hatch) {
                    double from = Math.min(at, width);
                    double to = Math.max(at - height, 0);
                    lines.moveTo((float) (x + from) * FINE, (float) (y + at - from) * FINE);
                    lines.lineTo((float) (x + to) * FINE, (float) (y + at - to) * FINE);
                }
                gc.drawPath(lines);
            } finally {
                lines.dispose();
            }
        }

        /** The same lines as of the box around it, each as long as it is within the circle. */
        private void pattern(Shape.Dot dot) {
            double r = dot.radius();
            double half = r * Math.sqrt(0.5);
            if (dot.fill() == Shape.Fill.CROSSED) {
                pattern(dot.fill(), dot.line(), dot.x() - half, dot.y() - half, 2 * half, 2 * half);
            } else if (dot.fill() == Shape.Fill.HATCHED) {
                pen(dot.line(), Shape.Stroke.THIN);
                for (double at = hatch; at < 4 * r; at += hatch) {
                    // along x + y = at, seen from the corner; away from the middle by
                    double away = (at - 2 * r) / Math.sqrt(2);
                    double along = Math.sqrt(Math.max(0, r * r - away * away)) * Math.sqrt(0.5);
                    double x = dot.x() + away * Math.sqrt(0.5);
                    double y = dot.y() + away * Math.sqrt(0.5);
                    gc.drawLine(fine(x + along), fine(y - along), fine(x - along), fine(y + along));
                }
            }
        }

        private void pen(Ink ink, Shape.Stroke stroke) {
            gc.setForeground(Palette.color(ink, dark));
            gc.setLineAttributes(PENS.get(stroke));
        }

        private void line(Shape.Line line) {
            if (line.stroke() == Shape.Stroke.NONE) {
                return;
            }
            pen(line.line(), line.stroke());
            boolean upright = line.x1() == line.x2();
            boolean level = line.y1() == line.y2();
            gc.drawLine(upright ? sharp(line.x1()) : fine(line.x1()),
                    level ? sharp(line.y1()) : fine(line.y1()),
                    upright ? sharp(line.x2()) : fine(line.x2()), level ? sharp(line.y2()) : fine(line.y2()));
            if (line.head()) {
                double[] head = PictureSvg.head(line);
                int[] points = new int[head.length];
                for (int i = 0; i < head.length; i++) {
                    points[i] = fine(head[i]);
                }
                gc.setBackground(Palette.color(line.line(), dark));
                gc.fillPolygon(points);
            }
        }

        private void text(Shape.Text text) {
            int size = PictureFonts.size(text.face());
            if (size * zoom < LEGIBLE) {
                return;
            }
            // no letter is wider than the font is high
            double most = (double) text.text().length() * size;
            if (text.y() < top - size || text.y() - 2 * size > bottom || text.x() + most < left
                    || text.x() - (text.anchor() == Shape.Anchor.START ? 0 : most) > right) {
                return;
            }
            gc.setFont(fonts.font(text.face()));
            int x = fine(text.x()) - switch (text.anchor()) {
                case START -> 0;
                case MIDDLE -> fonts.width(gc, text.face(), text.text()) / 2;
                case END -> fonts.width(gc, text.face(), text.text());
            };
            gc.setForeground(Palette.color(text.ink(), dark));
            gc.drawText(text.text(), x, fine(text.y()) - fonts.ascent(gc, text.face()), SWT.DRAW_TRANSPARENT);
        }
    }
}
