package org.xstate.analysis.designs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of all designs of a study.
 *
 * @param subject  the components
 * @param machine  what it was computed for; absent if no design could be loaded
 * @param designs  in the order of the rows
 * @param rows     by design, entry case and continuation, in the harness's order
 * @param refused  designs that could not be judged
 * @param complete false if it was cancelled, or memory was used up: then rows of some designs are missing
 */
public record DesignMatrix(Subject subject, Optional<Machine> machine, List<Design> designs,
        List<DesignRow> rows, List<Refused> refused, boolean complete) {

    public DesignMatrix {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(machine);
        designs = List.copyOf(designs);
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /**
     * @param kernel  release
     * @param profile of the CPU
     * @param knobs   those that were set from outside
     */
    public record Machine(String kernel, String profile, Map<String, String> knobs) {
    }

    /**
     * A design whose text is no model.
     *
     * @param design id
     * @param text   the diagnostics, for a reader
     */
    public record Refused(String design, String text) {
    }

    public List<String> entries() {
        return rows.stream().map(DesignRow::entry).distinct().toList();
    }

    public List<String> continuations() {
        return rows.stream().map(DesignRow::continuation).distinct().toList();
    }

    public List<DesignRow> rows(String design) {
        return rows.stream().filter(row -> row.design().equals(design)).toList();
    }

    /** One entry case of a design, with each continuation. */
    public List<DesignRow> rows(String design, String entry) {
        return rows.stream().filter(row -> row.design().equals(design) && row.entry().equals(entry)).toList();
    }

    public Optional<DesignRow> row(String design, String entry, String continuation) {
        return rows(design, entry).stream().filter(row -> row.continuation().equals(continuation))
                .findFirst();
    }

    /** The first of the rows of a cell in which something is wrong, else the first that is served, else the first. */
    public Optional<DesignRow> telling(String design, String entry) {
        List<DesignRow> rows = rows(design, entry);
        return rows.stream().filter(row -> !row.isRight()).findFirst()
                .or(() -> rows.stream().filter(DesignRow::isServed).findFirst())
                .or(() -> rows.stream().findFirst());
    }

    /** Whether a design serves some case, and nothing is wrong with it in any. */
    public boolean isRight(String design) {
        return rows(design).stream().anyMatch(DesignRow::isServed)
                && rows(design).stream().allMatch(DesignRow::isRight);
    }

    /** A row that came out differently in another matrix. */
    public record Change(DesignRow before, DesignRow after) {

        /** Whether more than the cost differs. */
        public boolean isVerdict() {
            return before.updated() != after.updated() || before.bystander() != after.bystander()
                    || before.shown() != after.shown();
        }
    }

    /** The rows that differ from those of the standard harness, in the order of this matrix. */
    public List<Change> against(DesignMatrix standard) {
        return rows.stream()
                .flatMap(row -> standard.row(row.design(), row.entry(), row.continuation())
                        .filter(before -> !before.equals(row))
                        .map(before -> Stream.of(new Change(before, row)))
                        .orElseGet(Stream::empty))
                .toList();
    }
}
