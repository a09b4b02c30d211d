package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.xstate.analysis.layout.CpuSource;
import org.xstate.layout.cpu.CpuProfile;

/** Chooses a CPU: a known one, a dump that was opened, this machine. */
final class CpuChooser {

    /** A line of the list. @param source empty for no CPU at all */
    private record Choice(String text, Optional<CpuSource> source) {
    }

    private final ComboViewer viewer;
    private final List<Choice> choices = new ArrayList<>();
    private boolean telling = true;

    /** @param label with a mnemonic @param none what choosing no CPU is called; empty if one must be chosen */
    CpuChooser(Composite parent, String label, String tip, Optional<String> none) {
        new Label(parent, SWT.NONE).setText(label);
        viewer = new ComboViewer(parent, SWT.READ_ONLY);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(LabelProvider.createTextProvider(one -> ((Choice) one).text()));
        viewer.getCombo().setToolTipText(tip);
        viewer.getCombo().setVisibleItemCount(24);
        none.ifPresent(text -> choices.add(new Choice(text, Optional.empty())));
    }

    /** Dumps that were opened stay behind. */
    void fill(List<CpuProfile> profiles) {
        choices.removeIf(
                one -> one.source().filter(source -> !(source instanceof CpuSource.Dump)).isPresent());
        profiles.forEach(one -> add(new CpuSource.Known(one)));
        add(new CpuSource.Host());
        input();
        if (!choices.getFirst().source().isPresent()) {
            quietly(Optional.empty());
        }
    }

    private void add(CpuSource source) {
        choices.add(new Choice(source.label(), Optional.of(source)));
    }

    private void input() {
        Object selected = viewer.getStructuredSelection().getFirstElement();
        viewer.setInput(choices.toArray());
        if (selected != null) {
            viewer.setSelection(new StructuredSelection(selected));
        }
    }

    void onChange(Consumer<Optional<CpuSource>> told) {
        viewer.addSelectionChangedListener(event -> {
            if (telling) {
                told.accept(selected());
            }
        });
    }

    Optional<CpuSource> selected() {
        return viewer.getStructuredSelection().getFirstElement() instanceof Choice choice
                ? choice.source()
                : Optional.empty();
    }

    /** The source that the command line calls so. */
    Optional<CpuSource> named(String name) {
        return choices.stream().flatMap(one -> one.source().stream()).filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** Chooses without telling anybody; a source that is not in the list is added. */
    void quietly(Optional<CpuSource> source) {
        telling = false;
        if (choices.stream().noneMatch(one -> one.source().equals(source))) {
            source.ifPresent(this::add);
            input();
        }
        choices.stream().filter(one -> one.source().equals(source)).findFirst()
                .ifPresent(one -> viewer.setSelection(new StructuredSelection(one)));
        telling = true;
    }

    void setFocus() {
        viewer.getCombo().setFocus();
    }
}
