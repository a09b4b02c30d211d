package org.xstate.analysis.machine;

import java.util.List;
import java.util.stream.IntStream;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.MachineSnapshot.Transfer;

/** Arrows for what was moved: straight between rows that are neighbours, else beside the column; into a cell for a store. */
final class Arrows {

    private final MachineGrid grid;
    private final Drawing drawing;
    private final List<Double> lefts;
    private final List<Double> widths;
    private final List<Double> tops;

    Arrows(MachineGrid grid, Drawing drawing, List<Double> lefts, List<Double> widths, List<Double> tops) {
        this.grid = grid;
        this.drawing = drawing;
        this.lefts = lefts;
        this.widths = widths;
        this.tops = tops;
    }

    void draw() {
        for (Transfer transfer : grid.snapshot().transfers()) {
            List<Integer> columns = IntStream.range(0, lefts.size())
                    .filter(i -> grid.columns().get(i).parts().stream().anyMatch(
                            at -> transfer.parts().contains(grid.snapshot().columns().get(at).part())))
                    .boxed().toList();
            if (transfer.from().isPresent()) {
                between(transfer, columns);
            } else {
                columns.forEach(column -> into(transfer, column, column.equals(columns.getFirst())));
            }
        }
    }

    private static String word(Transfer transfer) {
        return transfer.with().isEmpty() ? transfer.move().word() : transfer.with();
    }

    /** From outside: a program's instruction, a store of the kernel. */
    private void into(Transfer transfer, int column, boolean first) {
        double y = tops.get(transfer.to()) + CellLook.HEIGHT / 2;
        double x = lefts.get(column);
        drawing.arrow(x - MachinePicture.GAP + 3, y, x - 3, y, Ink.MARKED, Stroke.THICK);
        if (first) {
            drawing.text(x - MachinePicture.GAP + 2, tops.get(transfer.to()) - 7, word(transfer), Face.SMALL,
                    Ink.MARKED);
        }
    }

    private void between(Transfer transfer, List<Integer> columns) {
        int from = transfer.from().getAsInt();
        int to = transfer.to();
        boolean down = to > from;
        if (columns.isEmpty()) {
            double x = lefts.isEmpty() ? MachinePicture.MARGIN : lefts.getFirst() - MachinePicture.GAP / 2;
            drawing.arrow(x, edge(from, down), x, edge(to, !down), Ink.MARKED, Stroke.DASHED);
            label(transfer, x + 4, from, to);
            return;
        }
        for (int column : columns) {
            boolean neighbours = Math.abs(from - to) == 1;
            if (neighbours) {
                double x = lefts.get(column) + widths.get(column) / 2;
                drawing.arrow(x, edge(from, down), x, edge(to, !down), Ink.MARKED, Stroke.THICK);
            } else {
                around(lefts.get(column) + widths.get(column), from, to);
            }
            if (column == columns.getFirst()) {
                double x = neighbours
                        ? lefts.get(column) + widths.get(column) / 2 + 8
                        : lefts.get(column) + widths.get(column) + 15;
                label(transfer, x, from, to);
            }
        }
    }

    /** The lower or upper edge of a row's cells, a little off them. */
    private double edge(int row, boolean lower) {
        return tops.get(row) + (lower ? CellLook.HEIGHT + 3 : -3);
    }

    private void label(Transfer transfer, double x, int from, int to) {
        double y = edge(Math.max(from, to), false);
        drawing.text(x, y - 6, word(transfer), Face.SMALL, Ink.MARKED);
    }

    /** Past the rows between, through the gap at the right of the column. */
    private void around(double right, int from, int to) {
        double gap = right + MachinePicture.GAP / 2;
        double start = tops.get(from) + CellLook.HEIGHT / 2;
        double end = tops.get(to) + CellLook.HEIGHT / 2;
        drawing.line(right + 2, start, gap, start, Ink.MARKED, Stroke.THICK);
        drawing.line(gap, start, gap, end, Ink.MARKED, Stroke.THICK);
        drawing.arrow(gap, end, right + 3, end, Ink.MARKED, Stroke.THICK);
    }
}
