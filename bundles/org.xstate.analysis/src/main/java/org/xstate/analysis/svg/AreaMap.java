package org.xstate.analysis.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.Hole;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/** An XSAVE area cut into what a picture of it shows; whoever draws one, in a file or on a screen, starts here. */
public final class AreaMap {

    /** Bytes in a row of a picture: what the compacted format aligns to. */
    public static final int ROW_BYTES = 64;

    private AreaMap() {
    }

    /** What a piece of the area is. */
    public enum Kind {
        COMPONENT, HEADER, RESERVED, HOLE
    }

    /**
     * Colour of a piece. Neighbours differ.
     *
     * @param name  of the style in a picture: {@code c0} to {@code c7}, {@code fixed}, {@code hole}
     * @param light 0xRRGGBB on a light background
     * @param dark  0xRRGGBB on a dark background
     */
    public record Shade(String name, int light, int dark) {
    }

    /**
     * A piece of the area.
     *
     * @param component number; empty for what is no component
     * @param offset    in bytes from the start of the area
     * @param size      in bytes
     * @param label     what stands beside it
     */
    public record Piece(Kind kind, OptionalInt component, int offset, int size, String label, Shade shade) {
    }

    /**
     * A rectangle in a picture whose rows are {@value #ROW_BYTES} bytes.
     *
     * @param row    first row
     * @param column first byte in it, 0 to 63
     * @param bytes  width
     * @param rows   height; above 1 the width is a whole row
     */
    public record Box(int row, int column, int bytes, int rows) {
    }

    private static final Shade FIXED = new Shade("fixed", 0xe4e7eb, 0x353b44);
    private static final Shade HOLE = new Shade("hole", 0xffffff, 0x1e1f22);
    private static final List<Shade> COMPONENTS = List.of(new Shade("c0", 0xb6c8e6, 0x33507f),
            new Shade("c1", 0xf2c48d, 0x82541a), new Shade("c2", 0xa8d5ba, 0x2a6243),
            new Shade("c3", 0xe3b5c8, 0x77405a), new Shade("c4", 0xcfc3e8, 0x54458a),
            new Shade("c5", 0xe8dc96, 0x6b5f14), new Shade("c6", 0xa9dbe0, 0x1f6067),
            new Shade("c7", 0xd7cbb8, 0x5d513d));

    /** The colour of a component, the same in all pictures; neighbours in an area differ. */
    public static Shade shade(int component) {
        return COMPONENTS.get(component % COMPONENTS.size());
    }

    /**
     * Ascending by offset; they cover the area.
     *
     * @param cpu tells what holes are there for
     */
    public static List<Piece> pieces(XsaveLayout layout, XsaveCpu cpu, FeatureCatalog catalog) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(Kind.COMPONENT, OptionalInt.of(0), 0, 160, "x87 (MXCSR at 24)", shade(0)));
        pieces.add(new Piece(Kind.COMPONENT, OptionalInt.of(1), 160, 256, "SSE", shade(1)));
        pieces.add(new Piece(Kind.RESERVED, OptionalInt.empty(), 416, 96, "reserved, software", FIXED));
        pieces.add(new Piece(Kind.HEADER, OptionalInt.empty(), XsaveLayout.HEADER_OFFSET,
                XsaveLayout.HEADER_SIZE, "header", FIXED));
        for (Placement placement : layout.byOffset()) {
            pieces.add(new Piece(Kind.COMPONENT, OptionalInt.of(placement.number()), placement.offset(),
                    placement.size(), catalog.name(placement.number()), shade(placement.number())));
        }
        for (Hole hole : layout.holes()) {
            pieces.add(new Piece(Kind.HOLE, OptionalInt.empty(), hole.offset(), hole.size(),
                    reason(hole, layout, cpu, catalog), HOLE));
        }
        pieces.sort(Comparator.comparingInt(Piece::offset));
        return List.copyOf(pieces);
    }

    /** In the compacted format a hole comes of alignment only; in the standard one components keep their places. */
    private static String reason(Hole hole, XsaveLayout layout, XsaveCpu cpu, FeatureCatalog catalog) {
        if (layout.isCompacted()) {
            return "hole: aligned to 64";
        }
        String owners = cpu.components().values().stream()
                .filter(info -> !info.supervisor() && info.offset() >= hole.offset()
                        && info.end() <= hole.offset() + hole.size())
                .map(info -> catalog.name(info.number())).collect(Collectors.joining(", "));
        return owners.isEmpty() ? "hole" : "hole: place of " + owners;
    }

    /** At most three: the rest of a row, whole rows, the start of a row. */
    public static List<Box> boxes(Piece piece) {
        List<Box> boxes = new ArrayList<>();
        int at = piece.offset();
        int end = piece.offset() + piece.size();
        while (at < end) {
            int column = at % ROW_BYTES;
            int wholeRows = column == 0 ? (end - at) / ROW_BYTES : 0;
            int bytes = wholeRows > 0 ? ROW_BYTES : Math.min(end - at, ROW_BYTES - column);
            int rows = Math.max(1, wholeRows);
            boxes.add(new Box(at / ROW_BYTES, column, bytes, rows));
            at += bytes * rows;
        }
        return boxes;
    }
}
