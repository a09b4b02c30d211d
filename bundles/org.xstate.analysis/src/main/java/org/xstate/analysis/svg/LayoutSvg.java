package org.xstate.analysis.svg;

import java.util.List;

import org.xstate.analysis.layout.CpuLayout;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;

/**
 * Draws areas to scale: every row is one 64-byte line of memory, so area on the picture is bytes in memory, alignment shows
 * at the left edge, and an eight-byte component can still be seen beside an eight-kilobyte one. Colours follow the viewer's
 * light or dark theme.
 */
public final class LayoutSvg {

    private static final int ROW_BYTES = AreaMap.ROW_BYTES;
    private static final int BYTE_WIDTH = 6;
    private static final int LEFT = 64;
    private static final int MAP_WIDTH = ROW_BYTES * BYTE_WIDTH;
    private static final int LABEL_X = LEFT + MAP_WIDTH + 36;
    private static final int WIDTH = LABEL_X + 330;
    private static final int TITLE_HEIGHT = 62;
    private static final int LABEL_STEP = 18;

    private static final String STYLE = """
            svg { background: #ffffff; color: #1f2328; }
            text { font: 12px "DejaVu Sans", Verdana, sans-serif; fill: #1f2328; }
            .title { font-size: 16px; font-weight: bold; }
            .quiet { fill: #59636e; }
            .axis { font: 10px "DejaVu Sans Mono", monospace; fill: #59636e; }
            .edge { fill: none; stroke: #1f2328; stroke-width: 1; }
            .swatch { stroke: #818b98; }
            .lead { fill: none; stroke: #818b98; stroke-width: 1; }
            .hole { fill: url(#hatch); stroke: #818b98; stroke-dasharray: 3 2; }
            .hatch { stroke: #818b98; stroke-width: 1; }
            .c0 { fill: #b6c8e6; } .c1 { fill: #f2c48d; } .c2 { fill: #a8d5ba; } .c3 { fill: #e3b5c8; }
            .c4 { fill: #cfc3e8; } .c5 { fill: #e8dc96; } .c6 { fill: #a9dbe0; } .c7 { fill: #d7cbb8; }
            .fixed { fill: #e4e7eb; }
            @media (prefers-color-scheme: dark) {
              svg { background: #0d1117; color: #e6edf3; }
              text { fill: #e6edf3; }
              .quiet, .axis { fill: #9198a1; }
              .edge { stroke: #e6edf3; }
              .lead, .hatch, .hole { stroke: #6e7681; }
              .c0 { fill: #33507f; } .c1 { fill: #82541a; } .c2 { fill: #2a6243; } .c3 { fill: #77405a; }
              .c4 { fill: #54458a; } .c5 { fill: #6b5f14; } .c6 { fill: #1f6067; } .c7 { fill: #5d513d; }
              .fixed { fill: #2b3139; }
            }
            """;

    private final FeatureCatalog catalog;
    private final StringBuilder svg = new StringBuilder();

    private LayoutSvg(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** A picture of all given CPUs, one below the other; each has a layout. */
    public static String draw(List<CpuLayout> cpus, FeatureCatalog catalog) {
        return new LayoutSvg(catalog).drawAll(cpus);
    }

    private String drawAll(List<CpuLayout> cpus) {
        int y = 16;
        for (CpuLayout cpu : cpus) {
            y = drawOne(cpu, y) + 40;
        }
        String head = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>XSAVE area layout: %3$s</title>
                <style>
                %4$s</style>
                <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
                """
                .formatted(WIDTH, y, escape(String.join("; ", cpus.stream().map(CpuLayout::name).toList())),
                        STYLE);
        return head + svg + "</svg>\n";
    }

    private int drawOne(CpuLayout cpu, int top) {
        XsaveLayout layout = cpu.layout().orElseThrow();
        text(LEFT, top + 16, "title", cpu.name());
        text(LEFT, top + 36, "quiet",
                "%s format, %s%,d bytes; XCR0 %s, XSS %s".formatted(layout.format().word(),
                        cpu.size().isPresent() ? "" : "at least ", layout.size(), cpu.xcr0(), cpu.xss()));
        text(LEFT, top + 52, "quiet", "one row is 64 bytes; byte offsets at the left; hatched: no component");
        int mapTop = top + TITLE_HEIGHT;
        int rows = (layout.size() + ROW_BYTES - 1) / ROW_BYTES;
        int rowHeight = rows <= 20 ? 20 : rows <= 48 ? 12 : 7;
        List<AreaMap.Piece> pieces = AreaMap.pieces(layout, catalog);
        pieces.forEach(piece -> piece(piece, mapTop, rowHeight));
        axis(pieces, mapTop, rowHeight);
        int labelEnd = labels(pieces, mapTop, rowHeight);
        return Math.max(mapTop + rows * rowHeight, labelEnd);
    }

    private void piece(AreaMap.Piece piece, int top, int rowHeight) {
        for (AreaMap.Box box : AreaMap.boxes(piece)) {
            svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n".formatted(
                    piece.shade().name(), LEFT + box.column() * BYTE_WIDTH, top + box.row() * rowHeight,
                    box.bytes() * BYTE_WIDTH, box.rows() * rowHeight));
        }
        if (piece.kind() != AreaMap.Kind.HOLE) {
            outline(piece, top, rowHeight);
        }
    }

    private void outline(AreaMap.Piece piece, int top, int rowHeight) {
        int end = piece.offset() + piece.size();
        int x1 = LEFT + piece.offset() % ROW_BYTES * BYTE_WIDTH;
        int y1 = top + piece.offset() / ROW_BYTES * rowHeight;
        int lastRow = (end - 1) / ROW_BYTES;
        int x2 = LEFT + ((end - 1) % ROW_BYTES + 1) * BYTE_WIDTH;
        int y2 = top + (lastRow + 1) * rowHeight;
        int right = LEFT + MAP_WIDTH;
        if (piece.offset() / ROW_BYTES == lastRow) {
            svg.append("<path class=\"edge\" d=\"M%d %dH%dV%dH%dZ\"/>\n".formatted(x1, y1, x2, y2, x1));
        } else {
            svg.append("<path class=\"edge\" d=\"M%d %dH%dV%dH%dV%dH%dV%dH%dZ\"/>\n".formatted(x1, y1, right,
                    y2 - rowHeight, x2, y2, LEFT, y1 + rowHeight, x1));
        }
    }

    private void axis(List<AreaMap.Piece> pieces, int top, int rowHeight) {
        int free = Integer.MIN_VALUE;
        for (AreaMap.Piece piece : pieces) {
            int row = piece.offset() / ROW_BYTES;
            int y = top + row * rowHeight + Math.min(rowHeight, 12) - 2;
            if (piece.offset() % ROW_BYTES == 0 && y >= free) {
                svg.append("<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>\n".formatted(
                        LEFT - 8,
                        y + 2, piece.offset()));
                free = y + 11;
            }
        }
    }

    private int labels(List<AreaMap.Piece> pieces, int top, int rowHeight) {
        int free = top;
        for (AreaMap.Piece piece : pieces) {
            int firstRow = piece.offset() / ROW_BYTES;
            int from = top + firstRow * rowHeight + rowHeight / 2;
            int y = Math.max(free, from);
            svg.append("<path class=\"lead\" d=\"M%d %dh6L%d %d\"/>\n".formatted(LEFT + MAP_WIDTH, from,
                    LABEL_X - 6, y));
            svg.append("<rect class=\"%s swatch\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>\n"
                    .formatted(piece.shade().name(), LABEL_X, y - 5));
            String quiet = piece.kind() == AreaMap.Kind.COMPONENT ? "" : "quiet";
            text(LABEL_X + 16, y + 4, quiet, piece.label());
            text(LABEL_X + 170, y + 4, "quiet", "%,d bytes at %,d".formatted(piece.size(), piece.offset()));
            free = y + LABEL_STEP;
        }
        return free;
    }

    private void text(int x, int y, String style, String content) {
        svg.append(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y, escape(content)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
