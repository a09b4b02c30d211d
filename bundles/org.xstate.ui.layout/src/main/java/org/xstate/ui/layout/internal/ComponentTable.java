package org.xstate.ui.layout.internal;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.layout.ComponentFacts;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.layout.cpu.ComponentInfo;

/** The components of a CPU, one a row. */
final class ComponentTable {

    private final Columns<ComponentFacts> columns;

    ComponentTable(Composite parent) {
        columns = new Columns<>(parent, ComponentFacts.class, Messages.layout_components)
                .column(Messages.column_id, 2, SWT.RIGHT, row -> Integer.toString(row.number()),
                        Comparator.comparingInt(ComponentFacts::number))
                .column(Messages.column_name, 5, ComponentFacts::name)
                .column(Messages.column_kind, 5,
                        row -> (row.supervisor()
                                ? XFeatureDescriptor.Kind.SUPERVISOR
                                : XFeatureDescriptor.Kind.USER)
                                .word())
                .column(Messages.column_set, 3, row -> row.enabled() ? Messages.yes : Messages.no)
                .column(Messages.column_standard, 4, SWT.RIGHT, row -> number(row.standard()),
                        Comparator.comparingInt(row -> row.standard().orElse(Integer.MAX_VALUE)))
                .column(Messages.column_compacted, 5, SWT.RIGHT, row -> number(row.compacted()),
                        Comparator.comparingInt(row -> row.compacted().orElse(Integer.MAX_VALUE)))
                .column(Messages.column_bytes, 3, SWT.RIGHT,
                        row -> row.info().map(info -> "%,d".formatted(info.size())).orElse("?"),
                        Comparator.comparingInt(row -> row.info().map(ComponentInfo::size).orElse(0)))
                .column(Messages.column_align, 3,
                        row -> row.info().filter(ComponentInfo::align64).map(info -> "64").orElse(""))
                .column(Messages.column_switchedBy, 5, ComponentFacts::switchedBy)
                .column(Messages.column_xfd, 2,
                        row -> row.info().filter(ComponentInfo::xfd).map(info -> Messages.yes).orElse(""))
                .column(Messages.column_init, 8, ComponentFacts::init);
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? "%,d".formatted(value.getAsInt()) : "\u2013";
    }

    Composite area() {
        return columns.area();
    }

    TableViewer viewer() {
        return columns.viewer();
    }

    void show(List<ComponentFacts> components) {
        OptionalInt before = selected();
        columns.show(components);
        before.ifPresent(this::select);
    }

    /** The component's number. */
    OptionalInt selected() {
        return viewer().getStructuredSelection().getFirstElement() instanceof ComponentFacts row
                ? OptionalInt.of(row.number())
                : OptionalInt.empty();
    }

    void select(int number) {
        if (viewer().getInput() instanceof List<?> rows) {
            rows.stream().filter(row -> row instanceof ComponentFacts one && one.number() == number)
                    .findFirst()
                    .ifPresent(row -> viewer().setSelection(new StructuredSelection(row), true));
        }
    }
}
