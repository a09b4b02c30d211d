package org.xstate.ui.layout.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.api.Finding;

/** What is wrong with a dump, or to be known of a CPU. */
final class FindingsTable {

    private final Columns<Finding> columns;

    FindingsTable(Composite parent) {
        columns = new Columns<>(parent, Finding.class, Messages.layout_findings)
                .column(Messages.column_severity, 2, SWT.LEFT,
                        row -> row.severity().name().toLowerCase(Locale.ROOT),
                        Comparator.comparing(Finding::severity).reversed())
                .column(Messages.column_where, 5, Finding::where)
                .column(Messages.column_finding, 18, Finding::message)
                .column(Messages.column_remedy, 8, Finding::remedy)
                .column(Messages.column_rule, 5, Finding::id);
    }

    Composite area() {
        return columns.area();
    }

    /** The worst first. */
    void show(List<Finding> findings) {
        columns.show(
                findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList());
    }
}
