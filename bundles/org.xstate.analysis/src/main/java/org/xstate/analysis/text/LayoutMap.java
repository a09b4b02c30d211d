package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/** The extended region as a line of boxes with the offsets above; not to scale, holes as dots. Wraps at 96 columns. */
final class LayoutMap {

    private static final int WIDTH = 96;

    private LayoutMap() {
    }

    static List<String> lines(XsaveLayout layout, FeatureCatalog catalog) {
        List<String> lines = new ArrayList<>();
        StringBuilder offsets = new StringBuilder();
        StringBuilder boxes = new StringBuilder();
        int next = XsaveLayout.EXTENDED_OFFSET;
        for (Placement placement : layout.byOffset()) {
            String hole = placement.offset() > next ? "┄" + (placement.offset() - next) + "┄" : "";
            String box = "├ " + catalog.name(placement.number()) + " " + placement.size() + " ";
            if (boxes.length() + hole.length() + box.length() > WIDTH && !boxes.isEmpty()) {
                flush(lines, offsets, boxes.append('…'));
            }
            boxes.append(hole);
            pad(offsets, boxes.length());
            offsets.append(placement.offset());
            boxes.append(box);
            while (offsets.length() >= boxes.length()) {
                boxes.append(' ');
            }
            next = placement.end();
        }
        if (!boxes.isEmpty()) {
            pad(offsets, boxes.length());
            offsets.append(layout.size());
            flush(lines, offsets, boxes.append('┤'));
            lines.add("");
        }
        return lines;
    }

    private static void pad(StringBuilder text, int length) {
        while (text.length() < length) {
            text.append(' ');
        }
    }

    private static void flush(List<String> lines, StringBuilder offsets, StringBuilder boxes) {
        lines.add(offsets.toString().stripTrailing());
        lines.add(boxes.toString());
        offsets.setLength(0);
        boxes.setLength(0);
    }
}
