package org.xstate.analysis.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.check.Verdict;

/**
 * Scenarios under several settings.
 *
 * @param axis what is set: {@code kernel}, {@code cpu}, a knob's name, or {@code without}, where each setting takes one
 *             rule of the kernel away
 * @param rows one for each scenario, in the order of the files
 */
public record Comparison(String axis, List<Row> rows) {

    public Comparison {
        Objects.requireNonNull(axis);
        rows = List.copyOf(rows);
    }

    /** @param source file, as it was named @param cells in the order of the settings */
    public record Row(String source, String scenario, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether the settings do not all give the same verdict, about the same property. */
        public boolean differs() {
            return cells.stream().map(cell -> cell.verdict() + " " + cell.property()).distinct().count() > 1;
        }
    }

    /**
     * One scenario under one setting.
     *
     * @param setting  the value on the axis; a rule's name
     * @param place    {@code kernel/ptrace.c:6}, where a rule that was taken away stands
     * @param verdict  absent if the scenario has errors under this setting, or could not be checked
     * @param property what is violated
     * @param steps    of the counterexample
     * @param states   that were seen
     * @param error    why there is no verdict
     */
    public record Cell(String setting, Optional<String> place, Optional<Verdict> verdict,
            Optional<String> property, Optional<Integer> steps, long states, Optional<String> error) {
        public Cell {
            Objects.requireNonNull(setting);
            Objects.requireNonNull(place);
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(property);
            Objects.requireNonNull(steps);
            Objects.requireNonNull(error);
        }
    }
}
