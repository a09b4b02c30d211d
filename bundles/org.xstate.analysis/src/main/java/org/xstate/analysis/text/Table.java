package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their content; two blanks between them. */
public final class Table {

    private final List<String> heads;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param heads column titles; one that starts with {@code >} is right-aligned */
    public Table(String... heads) {
        this.heads = new ArrayList<>();
        this.right = new ArrayList<>();
        for (String head : heads) {
            boolean toRight = head.startsWith(">");
            this.heads.add(toRight ? head.substring(1) : head);
            this.right.add(toRight);
        }
    }

    public Table row(String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells in a table of " + heads.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each with the given indent and no blanks at its end. */
    public List<String> lines(String indent, Style style) {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = heads.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent + style.dim(line(heads, widths)));
        rows.forEach(row -> lines.add(indent + line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(right.get(i) ? pad + cells.get(i) : cells.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }
}
