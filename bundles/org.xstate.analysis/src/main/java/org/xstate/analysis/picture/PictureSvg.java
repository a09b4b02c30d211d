package org.xstate.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xstate.analysis.svg.SvgText;

/** A picture as an SVG document that follows its viewer's light or dark theme. */
public final class PictureSvg {

    private static final String FONTS = """
            .plain { font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 12px; }
            .bold { font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 12px; font-weight: bold; }
            .small { font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 10px; }
            .fixed { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 11px; white-space: pre; }
            .title { font-family: "DejaVu Sans", Verdana, sans-serif; font-size: 16px; font-weight: bold; }
            .thin { stroke-width: 1; } .thick { stroke-width: 2.5; }
            .dashed { stroke-width: 1; stroke-dasharray: 5 3; } .dotted { stroke-width: 1; stroke-dasharray: 1 3; }
            """;
    private static final double HATCH = 6;
    private static final double HEAD = 7;

    private final StringBuilder body = new StringBuilder();
    private final List<Ink> inks = new ArrayList<>();
    private int clips;

    private PictureSvg() {
    }

    public static String document(Picture picture) {
        PictureSvg svg = new PictureSvg();
        svg.box(new Shape.Box(0, 0, picture.width(), picture.height(), 0, Ink.BACKGROUND, Shape.Fill.SOLID,
                Ink.BACKGROUND, Shape.Stroke.NONE));
        picture.shapes().forEach(svg::shape);
        picture.items().forEach(svg::item);
        String size = number(picture.width()) + "\" height=\"" + number(picture.height());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%s" viewBox="0 0 %s %s" role="img">
                <title>%s</title>
                <style>
                %s%s</style>
                %s</svg>
                """.formatted(size, number(picture.width()), number(picture.height()),
                SvgText.escape(picture.title()), FONTS, svg.colours(), svg.body);
    }

    private String colours() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (int i = 0; i < inks.size(); i++) {
            String rule = ".f%d { fill: #%06x; } .s%d { stroke: #%06x; fill: none; }\n";
            light.append(rule.formatted(i, inks.get(i).light(), i, inks.get(i).light()));
            dark.append(rule.formatted(i, inks.get(i).dark(), i, inks.get(i).dark()));
        }
        return light + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n";
    }

    private int ink(Ink ink) {
        int at = inks.indexOf(ink);
        if (at < 0) {
            at = inks.size();
            inks.add(ink);
        }
        return at;
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Box box -> box(box);
            case Shape.Dot dot -> dot(dot);
            case Shape.Line line -> line(line);
            case Shape.Text text -> text(text);
        }
    }

    private void box(Shape.Box box) {
        String place = "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"".formatted(number(box.x()),
                number(box.y()), number(box.width()), number(box.height()), number(box.radius()));
        if (box.fill() != Shape.Fill.NONE) {
            body.append("<rect %s class=\"f%d\"/>\n".formatted(place, ink(box.ink())));
        }
        inside("<rect " + place + "/>", box.fill(), box.x(), box.y(), box.width(), box.height(), box.line());
        if (box.stroke() != Shape.Stroke.NONE) {
            body.append(
                    "<rect %s class=\"s%d %s\"/>\n".formatted(place, ink(box.line()), word(box.stroke())));
        }
    }

    private void dot(Shape.Dot dot) {
        String place = "cx=\"%s\" cy=\"%s\" r=\"%s\"".formatted(number(dot.x()), number(dot.y()),
                number(dot.radius()));
        if (dot.fill() != Shape.Fill.NONE) {
            body.append("<circle %s class=\"f%d\"/>\n".formatted(place, ink(dot.ink())));
        }
        double size = 2 * dot.radius();
        inside("<circle " + place + "/>", dot.fill(), dot.x() - dot.radius(), dot.y() - dot.radius(), size,
                size,
                dot.line());
        if (dot.stroke() != Shape.Stroke.NONE) {
            body.append(
                    "<circle %s class=\"s%d %s\"/>\n".formatted(place, ink(dot.line()), word(dot.stroke())));
        }
    }

    /** The lines of a pattern, cut at the outline. */
    private void inside(String outline, Shape.Fill fill, double x, double y, double width, double height,
            Ink ink) {
        if (fill != Shape.Fill.HATCHED && fill != Shape.Fill.CROSSED) {
            return;
        }
        String clip = "clip" + clips++;
        body.append("<clipPath id=\"%s\">%s</clipPath><path clip-path=\"url(#%s)\" class=\"s%d thin\" d=\""
                .formatted(clip, outline, clip, ink(ink)));
        if (fill == Shape.Fill.CROSSED) {
            body.append("M%s %sL%s %sM%s %sL%s %s".formatted(number(x), number(y), number(x + width),
                    number(y + height), number(x), number(y + height), number(x + width), number(y)));
        } else {
            for (double at = HATCH; at < width + height; at += HATCH) {
                body.append("M%s %sL%s %s".formatted(number(x + at), number(y), number(x + at - height),
                        number(y + height)));
            }
        }
        body.append("\"/>\n");
    }

    private void line(Shape.Line line) {
        if (line.stroke() == Shape.Stroke.NONE) {
            return;
        }
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"s%d %s\"/>\n".formatted(
                number(line.x1()), number(line.y1()), number(line.x2()), number(line.y2()), ink(line.line()),
                word(line.stroke())));
        if (line.head()) {
            double[] head = head(line);
            body.append("<path class=\"f%d\" d=\"M%s %sL%s %sL%s %sZ\"/>\n".formatted(ink(line.line()),
                    number(head[0]), number(head[1]), number(head[2]), number(head[3]), number(head[4]),
                    number(head[5])));
        }
    }

    /** Three points of an arrow head: x, y of the tip and of its two other corners. */
    public static double[] head(Shape.Line line) {
        double length = Math.max(Math.hypot(line.x2() - line.x1(), line.y2() - line.y1()), 1e-6);
        double dx = (line.x2() - line.x1()) / length * HEAD;
        double dy = (line.y2() - line.y1()) / length * HEAD;
        return new double[]{line.x2(), line.y2(), line.x2() - dx - dy / 2, line.y2() - dy + dx / 2,
            line.x2() - dx + dy / 2, line.y2() - dy - dx / 2};
    }

    private void text(Shape.Text text) {
        String anchor = switch (text.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        body.append("<text x=\"%s\" y=\"%s\" class=\"%s f%d\" text-anchor=\"%s\">%s</text>\n".formatted(
                number(text.x()), number(text.y()), text.face().name().toLowerCase(Locale.ROOT),
                ink(text.ink()), anchor, SvgText.escape(text.text())));
    }

    /** An invisible area that says what it is. */
    private void item(Item item) {
        String said = item.tip().isEmpty() ? item.name() : item.name() + "\n" + item.tip();
        body.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"0\"><title>%s</title></rect>\n"
                        .formatted(number(item.x()), number(item.y()), number(item.width()),
                                number(item.height()), SvgText.escape(said)));
    }

    private static String word(Shape.Stroke stroke) {
        return stroke.name().toLowerCase(Locale.ROOT);
    }

    /** With at most two digits behind the point. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
