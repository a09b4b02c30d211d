package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.machine.MachineGrid.Shown;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Chip;
import org.xstate.sim.trace.MachineSnapshot.Content;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Transfer;

/** The machine as a grid of text: values with what they are worth in words, facts below, what was moved at the end. */
public final class MachineText {

    private static final int WIDTH = 100;
    private static final String INDENT = "     ";

    private final MachineGrid grid;
    private final List<String> lines = new ArrayList<>();

    private MachineText(MachineGrid grid) {
        this.grid = grid;
    }

    public static List<String> lines(MachineReport report, MachineGrid.Options options) {
        MachineText text = new MachineText(MachineGrid.of(report.snapshot(), options));
        text.lines.add(report.caption().title());
        if (!report.caption().statement().isEmpty()) {
            text.lines.add(report.caption().statement());
        }
        report.caption().wrong().ifPresent(text.lines::add);
        text.lines.add("");
        text.rows();
        return text.lines;
    }

    private void rows() {
        List<Row> rows = grid.snapshot().rows();
        int first = rows.stream().mapToInt(row -> row.title().length()).max().orElse(0);
        List<Integer> widths = new ArrayList<>();
        for (Shown column : grid.columns()) {
            widths.add(Math.max(column.name().length(), rows.stream()
                    .mapToInt(row -> cell(grid.cell(row, column)).length()).max().orElse(0)));
        }
        StringBuilder head = new StringBuilder(pad("", first));
        for (int i = 0; i < widths.size(); i++) {
            head.append("  ").append(pad(grid.columns().get(i).name(), widths.get(i)));
        }
        lines.add(head.toString().stripTrailing());
        for (Row row : rows) {
            StringBuilder line = new StringBuilder(pad(row.title(), first));
            for (int i = 0; i < widths.size(); i++) {
                line.append("  ").append(pad(cell(grid.cell(row, grid.columns().get(i))), widths.get(i)));
            }
            lines.add(line.toString().stripTrailing());
            flow(row.chips().stream().map(MachineText::chip).toList());
        }
        for (Transfer transfer : grid.snapshot().transfers()) {
            lines.add(moved(transfer));
        }
    }

    private static String cell(Cell cell) {
        if (cell.content() == Content.NOTHING && !cell.changed()) {
            return "-";
        }
        return CellLook.value(cell) + " " + CellLook.standing(cell);
    }

    private static String chip(Chip chip) {
        String value = chip.value().isEmpty() ? "none" : chip.value();
        return chip.name() + " " + chip.was().map(was -> (was.isEmpty() ? "none" : was) + " → ").orElse("")
                + value;
    }

    private void flow(List<String> facts) {
        StringBuilder line = new StringBuilder();
        for (String fact : facts) {
            if (!line.isEmpty() && INDENT.length() + line.length() + 3 + fact.length() > WIDTH) {
                lines.add(INDENT + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " · ").append(fact);
        }
        if (!line.isEmpty()) {
            lines.add(INDENT + line);
        }
    }

    private String moved(Transfer transfer) {
        List<Row> rows = grid.snapshot().rows();
        String parts = String.join(" ", transfer.parts().stream()
                .map(part -> grid.snapshot().columns().get(part).name()).toList());
        String from = transfer.from().isPresent()
                ? rows.get(transfer.from().getAsInt()).title() + " → "
                : "→ ";
        return (transfer.with().isEmpty() ? transfer.move().word() : transfer.with()) + ": " + from
                + rows.get(transfer.to()).title() + (parts.isEmpty() ? ", header only" : ", " + parts);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
