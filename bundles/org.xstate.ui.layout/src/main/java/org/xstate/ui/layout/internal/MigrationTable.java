package org.xstate.ui.layout.internal;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.text.MigrationText;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.layout.cpu.Migration;

/** The components of two CPUs, one a row, with what becomes of each when an image moves from the first to the second. */
final class MigrationTable {

    private final Columns<Migration.Component> columns;

    MigrationTable(Composite parent) {
        columns = new Columns<>(parent, Migration.Component.class, Messages.layout_compared)
                .column(Messages.column_id, 1, SWT.RIGHT, row -> Integer.toString(row.number()),
                        Comparator.comparingInt(Migration.Component::number))
                .column(Messages.column_name, 4, Migration.Component::name)
                .column(Messages.column_kind, 3,
                        row -> (row.user()
                                ? XFeatureDescriptor.Kind.USER
                                : XFeatureDescriptor.Kind.SUPERVISOR)
                                .word())
                .column(Messages.column_first, 4, row -> MigrationText.place(row.from(), row.user()))
                .column(Messages.column_second, 4, row -> MigrationText.place(row.to(), row.user()))
                .column(Messages.column_verdict, 4, SWT.LEFT, MigrationTable::verdict,
                        Comparator.comparing(Migration.Component::verdict));
    }

    private static String verdict(Migration.Component row) {
        return switch (row.verdict()) {
            case SAME -> row.from().isPresent() ? "= " + row.verdict().word() : Messages.compare_new;
            case REWRITE -> "\u2260 " + row.verdict().word();
            case LOSES -> "\u2717 " + row.verdict().word();
        };
    }

    Composite area() {
        return columns.area();
    }

    TableViewer viewer() {
        return columns.viewer();
    }

    void show(Migration migration) {
        columns.show(migration.components());
    }

    OptionalInt selected() {
        return viewer().getStructuredSelection().getFirstElement() instanceof Migration.Component row
                ? OptionalInt.of(row.number())
                : OptionalInt.empty();
    }

    void select(int number) {
        if (viewer().getInput() instanceof List<?> rows) {
            rows.stream().filter(row -> row instanceof Migration.Component one && one.number() == number)
                    .findFirst().ifPresent(row -> viewer().setSelection(new StructuredSelection(row), true));
        }
    }
}
