package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.sim.run.Position;

/**
 * Where the state is at one place of an execution: which copy of which component is worth what, what the kernel knows, and
 * what the last statement changed.
 *
 * @param position  the place
 * @param columns   parts of components, by component
 * @param rows      CPUs, then tasks, then other images
 * @param transfers what the last statement copied or wrote, in order
 */
public record MachineSnapshot(Position position, List<Column> columns, List<Row> rows,
        List<Transfer> transfers) {

    public MachineSnapshot {
        Objects.requireNonNull(position);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        transfers = List.copyOf(transfers);
    }

    /**
     * A part of a component.
     *
     * @param component     number
     * @param componentName {@code PKRU}, {@code SSE}
     * @param part          number among the scenario's parts
     * @param name          {@code PKRU} for a component of one part, {@code SSE.mxcsr} for a part of several
     * @param used          whether it held anything but its initial configuration anywhere in the history so far
     */
    public record Column(int component, String componentName, int part, String name, boolean used) {
        public Column {
            Objects.requireNonNull(componentName);
            Objects.requireNonNull(name);
        }
    }

    /** What a row stands for. */
    public enum Kind {
        /** Registers of a CPU. */
        CPU,
        /** The buffer of a task. */
        TASK,
        /** What is parked outside of the buffer for a task: components that change hands at the switch. */
        PARKED,
        /** Another image. */
        IMAGE
    }

    /**
     * A place that holds copies.
     *
     * @param number of the CPU or task; of another image its position among those
     * @param name   {@code CPU0}, {@code A}, {@code sigframes[0]}
     * @param object the variable that it is, where a task's buffer or an image is meant: {@code fpstates[0]}; else empty
     * @param chips  what the kernel and the headers say about it
     * @param cells  one for each column, in their order
     */
    public record Row(Kind kind, int number, String name, String object, List<Chip> chips, List<Cell> cells) {
        public Row {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            Objects.requireNonNull(object);
            chips = List.copyOf(chips);
            cells = List.copyOf(cells);
        }

        /** {@code registers of CPU0}. */
        public String title() {
            return switch (kind) {
                case CPU -> "registers of " + name;
                case TASK -> "buffer of " + name;
                case PARKED -> "parked for " + name;
                case IMAGE -> name;
            };
        }
    }

    /** What a cell holds besides values that are told apart by their names. */
    public enum Content {
        /** A value. */
        VALUE,
        /** The initial configuration; in an image, because its XSTATE_BV bit is clear or the bytes say so. */
        INIT,
        /** Not one value in order, bytes that nobody wrote, or zeros that are not the initial configuration. */
        GARBAGE,
        /** The image has no room for the component, or there is no image. */
        NOTHING
    }

    /**
     * A copy of a part of a component.
     *
     * @param value  in words: {@code V1}, {@code init}, {@code torn}; empty for {@link Content#NOTHING}
     * @param task   whose it is, by its name; empty if nobody's
     * @param must   what the task must see; empty where the copy is no task's
     * @param reason why it stands so, a sentence without full stop
     * @param was    what it was before the last statement, if that changed the value or the standing
     */
    public record Cell(Standing standing, Content content, String value, String task, String must,
            String reason, Optional<Was> was) {
        public Cell {
            Objects.requireNonNull(standing);
            Objects.requireNonNull(content);
            Objects.requireNonNull(value);
            Objects.requireNonNull(task);
            Objects.requireNonNull(must);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(was);
        }

        /** Whether the last statement gave it another value. */
        public boolean changed() {
            return was.filter(old -> !old.value().equals(value)).isPresent();
        }
    }

    /** How a cell was before. */
    public record Was(Standing standing, String value) {
    }

    /**
     * A fact in few characters.
     *
     * @param name  {@code TIF_NEED_FPU_LOAD}, {@code owner}
     * @param value {@code 1}, {@code A}
     * @param was   the value before the last statement, if that changed it
     * @param quiet whether it says nothing out of the ordinary
     */
    public record Chip(String name, String value, Optional<String> was, boolean quiet) {
        public Chip {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
            Objects.requireNonNull(was);
        }

        /** {@code owner = A}. */
        public String text() {
            return value.isEmpty() ? name : name + " = " + value;
        }
    }

    /** Ways in which state moves. */
    public enum Move {
        SAVE, RESTORE, COPY, WRITE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What one instruction or store moved.
     *
     * @param with  the instruction as the library names it: {@code xsaves}, {@code xrstors}; empty for a store
     * @param from  position of the row; absent where no row is the source
     * @param to    position of the row
     * @param parts numbers of the parts that were written
     */
    public record Transfer(Move move, String with, OptionalInt from, int to, List<Integer> parts) {
        public Transfer {
            Objects.requireNonNull(move);
            Objects.requireNonNull(with);
            Objects.requireNonNull(from);
            parts = List.copyOf(parts);
        }
    }

    /** Positions of the columns of a component. */
    public List<Integer> columnsOf(int component) {
        return java.util.stream.IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).component() == component).boxed().toList();
    }

    /** The row of a CPU, task or image. */
    public Optional<Row> row(Kind kind, int number) {
        return rows.stream().filter(row -> row.kind() == kind && row.number() == number).findFirst();
    }
}
