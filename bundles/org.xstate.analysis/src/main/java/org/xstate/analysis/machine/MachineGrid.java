package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.sim.trace.CopyChanges;
import org.xstate.sim.trace.MachineSnapshot;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Column;
import org.xstate.sim.trace.MachineSnapshot.Content;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Was;
import org.xstate.sim.trace.Standing;

/**
 * What of a snapshot is shown in which columns: parts of a component by themselves or together, components that nobody uses
 * or not.
 *
 * @param columns in the order of the components
 */
public record MachineGrid(MachineSnapshot snapshot, List<Shown> columns) {

    /**
     * @param name      of the component, or of the part
     * @param component number
     * @param parts     positions of the snapshot's columns that it stands for
     */
    public record Shown(String name, int component, List<Integer> parts) {
        public Shown {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What to show.
     *
     * @param parts  each part of a component in a column of its own
     * @param unused components, too, that are in their initial configuration all the time
     */
    public record Options(boolean parts, boolean unused) {
        /** Components as wholes, those that are used. */
        public static final Options STANDARD = new Options(false, false);
    }

    public MachineGrid {
        columns = List.copyOf(columns);
    }

    public static MachineGrid of(MachineSnapshot snapshot, Options options) {
        boolean any = snapshot.columns().stream().anyMatch(Column::used);
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < snapshot.columns().size(); i++) {
            Column column = snapshot.columns().get(i);
            List<Integer> all = snapshot.columnsOf(column.component());
            boolean used = !any || options.unused()
                    || all.stream().anyMatch(at -> snapshot.columns().get(at).used());
            if (used && options.parts()) {
                shown.add(new Shown(column.name(), column.component(), List.of(i)));
            } else if (used && all.getFirst() == i) {
                shown.add(new Shown(column.componentName(), column.component(), all));
            }
        }
        return new MachineGrid(snapshot, shown);
    }

    /** The copy of a row in a column; of several parts the one that says most, with the values of all. */
    public Cell cell(Row row, Shown column) {
        List<Cell> cells = column.parts().stream().map(row.cells()::get).toList();
        boolean alike = cells.stream().map(Cell::value).distinct().count() == 1
                && cells.stream().map(Cell::standing).distinct().count() == 1;
        Cell worst = cells.stream()
                .min((a, b) -> Integer.compare(gravity(a.standing()), gravity(b.standing()))).orElseThrow();
        if (cells.size() == 1 || alike) {
            return cells.stream().filter(Cell::changed).findFirst().orElse(worst);
        }
        String value = values(column, cells.stream().map(Cell::value).toList());
        String was = values(column, cells.stream()
                .map(cell -> cell.was().map(Was::value).orElse(cell.value())).toList());
        boolean changed = cells.stream().anyMatch(cell -> cell.was().isPresent());
        boolean garbage = cells.stream().anyMatch(cell -> cell.content() == Content.GARBAGE);
        return new Cell(worst.standing(), garbage ? Content.GARBAGE : Content.VALUE, value, worst.task(),
                values(column, cells.stream().map(Cell::must).toList()), worst.reason(),
                changed
                        ? Optional.of(new Was(worst.was().map(Was::standing).orElse(worst.standing()), was))
                        : Optional.empty());
    }

    /** {@code xmm V1, mxcsr init}, or the one value. */
    private String values(Shown column, List<String> values) {
        return values.stream().distinct().count() == 1
                ? values.getFirst()
                : String.join(", ", IntStream.range(0, values.size()).mapToObj(i -> {
                    String name = snapshot.columns().get(column.parts().get(i)).name();
                    return name.substring(name.indexOf('.') + 1) + " " + values.get(i);
                }).toList());
    }

    /** The copy that a cell stands for, to ask for its changes. */
    public CopyChanges.Copy copy(Row row, Shown column) {
        return new CopyChanges.Copy(row.kind(), row.number(), row.object(),
                column.parts().stream().map(at -> snapshot.columns().get(at).part()).toList());
    }

    /** What a reader must not miss comes first. */
    private static int gravity(Standing standing) {
        return switch (standing) {
            case WRONG -> 0;
            case CHANGING -> 1;
            case CANONICAL -> 2;
            case STALE -> 3;
            case DUPLICATE -> 4;
            case OUTSIDE -> 5;
            case UNUSED -> 6;
        };
    }

    /** {@code CPU0}: names a row in identifiers, whatever other rows there are. */
    public static String key(Row row) {
        return row.kind() + ":" + (row.kind() == MachineSnapshot.Kind.IMAGE ? row.name() : row.number());
    }

    /** Names a cell in a picture. */
    public static String key(Row row, Shown column) {
        return key(row) + ":" + column.name();
    }
}
