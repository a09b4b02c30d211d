package org.xstate.api;

import java.util.List;
import java.util.Objects;

/**
 * What an analysis found out, ready to be written down in some format.
 *
 * @param title    one line: {@code lint of 3 files}
 * @param subjects in the order of the input
 */
public record Report(String title, List<Subject> subjects) {

    /**
     * A part of what there is to tell about a subject, beside its findings. Cases may be added in a minor version: a
     * renderer leaves out what it does not know.
     *
     * @since 1.1
     */
    public sealed interface Block {
        /** One line; empty where the subject's own heading is enough. */
        String title();
    }

    /**
     * Rows of equal shape.
     *
     * @param columns headings; all empty where the rows explain themselves
     * @param rows    as many cells as there are columns, each one line without control characters
     * @since 1.1
     */
    public record Table(String title, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            Objects.requireNonNull(title);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("%s: a row of %d cells in a table of %d columns"
                            .formatted(title, row.size(), columns.size()));
                }
            }
        }
    }

    /**
     * Text that is shown as it is, in a font of fixed width: source lines, a trace.
     *
     * @since 1.1
     */
    public record Lines(String title, List<String> lines) implements Block {
        public Lines {
            Objects.requireNonNull(title);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One input, or one part of it.
     *
     * @param name     as the user gave it
     * @param about    one line about it: {@code ELF64 core, 6 threads}
     * @param findings in the order of their places
     * @param blocks   in the order in which they are read; since 1.1
     */
    public record Subject(String name, String about, List<Finding> findings, List<Block> blocks) {
        public Subject {
            Objects.requireNonNull(name);
            Objects.requireNonNull(about);
            findings = List.copyOf(findings);
            blocks = List.copyOf(blocks);
        }

        /** A subject with findings alone. */
        public Subject(String name, String about, List<Finding> findings) {
            this(name, about, findings, List.of());
        }
    }

    public Report {
        Objects.requireNonNull(title);
        subjects = List.copyOf(subjects);
    }
}
