package org.xstate.ui.machine.internal;

import java.util.Optional;

import org.xstate.analysis.machine.MachineGrid;
import org.xstate.analysis.picture.Item;
import org.xstate.sim.trace.CopyChanges;

/** A cell of the picture that somebody has chosen. */
record Cell(String name, String tip, CopyChanges.Copy copy) {

    /** Empty if the item is no cell. */
    static Optional<Cell> of(MachineGrid grid, Item item) {
        return grid.snapshot().rows().stream()
                .flatMap(row -> grid.columns().stream()
                        .filter(column -> MachineGrid.key(row, column).equals(item.id()))
                        .map(column -> new Cell(item.name(), item.tip(), grid.copy(row, column))))
                .findFirst();
    }
}
