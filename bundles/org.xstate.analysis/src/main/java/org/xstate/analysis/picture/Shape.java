package org.xstate.analysis.picture;

import java.util.Objects;

/** What a picture consists of. Lengths are in units of 1/96 inch, y goes down. */
public sealed interface Shape {

    /** How an area is filled. */
    enum Fill {
        NONE, SOLID,
        /** Diagonal lines in the line's colour over the fill's. */
        HATCHED,
        /** Both diagonals of the box in the line's colour over the fill's. */
        CROSSED
    }

    /** How a line is drawn. */
    enum Stroke {
        NONE, THIN, THICK, DASHED, DOTTED
    }

    /** Which point of a text lies at its x. */
    enum Anchor {
        START, MIDDLE, END
    }

    /** Type of a text; all are of the viewer's sans-serif but for the fixed-width ones. */
    enum Face {
        /** 12 units. */
        PLAIN,
        /** 12 units, bold. */
        BOLD,
        /** 10 units. */
        SMALL,
        /** 11 units, fixed width: a character is {@link Picture#FIXED_WIDTH} wide. */
        FIXED,
        /** 16 units, bold. */
        TITLE
    }

    /** The same further down. @param by units */
    default Shape lowered(double by) {
        return switch (this) {
            case Box box -> new Box(box.x(), box.y() + by, box.width(), box.height(), box.radius(), box.ink(),
                    box.fill(), box.line(), box.stroke());
            case Dot dot -> new Dot(dot.x(), dot.y() + by, dot.radius(), dot.ink(), dot.fill(), dot.line(),
                    dot.stroke());
            case Line line -> new Line(line.x1(), line.y1() + by, line.x2(), line.y2() + by, line.line(),
                    line.stroke(), line.head());
            case Text text -> new Text(text.x(), text.y() + by, text.text(), text.face(), text.ink(),
                    text.anchor());
        };
    }

    /** A rectangle. @param radius of its corners */
    record Box(double x, double y, double width, double height, double radius, Ink ink, Fill fill, Ink line,
            Stroke stroke) implements Shape {
        public Box {
            Objects.requireNonNull(ink);
            Objects.requireNonNull(fill);
            Objects.requireNonNull(line);
            Objects.requireNonNull(stroke);
        }
    }

    /** A circle. */
    record Dot(double x, double y, double radius, Ink ink, Fill fill, Ink line, Stroke stroke)
            implements
            Shape {
        public Dot {
            Objects.requireNonNull(ink);
            Objects.requireNonNull(fill);
            Objects.requireNonNull(line);
            Objects.requireNonNull(stroke);
        }
    }

    /** A straight line. @param head whether it ends in an arrow head */
    record Line(double x1, double y1, double x2, double y2, Ink line, Stroke stroke, boolean head)
            implements
            Shape {
        public Line {
            Objects.requireNonNull(line);
            Objects.requireNonNull(stroke);
        }
    }

    /** A line of text. @param y of the base line */
    record Text(double x, double y, String text, Face face, Ink ink, Anchor anchor) implements Shape {
        public Text {
            Objects.requireNonNull(text);
            Objects.requireNonNull(face);
            Objects.requireNonNull(ink);
            Objects.requireNonNull(anchor);
        }
    }
}
