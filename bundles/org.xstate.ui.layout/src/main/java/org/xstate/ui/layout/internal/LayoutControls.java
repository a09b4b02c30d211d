package org.xstate.ui.layout.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.xstate.analysis.layout.ComponentFacts;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.LayoutPicture;
import org.xstate.api.Finding;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.picture.PictureCanvas;

/** The widgets of the view. */
final class LayoutControls {

    private final Consumer<Path> opened;
    private final Composite all;
    private final CpuChooser source;
    private final CpuChooser other;
    private final Combo cpus;
    private final BitsPanel bits;
    private final Label said;
    private final Composite pages;
    private final SashForm content;
    private final Composite tablesArea;
    private final ComponentTable components;
    private final MigrationTable migration;
    private final PictureCanvas map;
    private final FindingsTable findings;
    private final Composite refusal;
    private final Label reason;
    private Optional<Answer> drawn = Optional.empty();

    LayoutControls(Composite parent, BiConsumer<Integer, Boolean> switched, Runnable everything,
            Consumer<Path> opened) {
        this.opened = opened;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(4, 4).applyTo(all);
        Composite first = new Composite(all, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(8, 0).applyTo(first);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(first);
        source = new CpuChooser(first, Messages.layout_cpu, Messages.layout_cpuTip, Optional.empty());
        cpus = new Combo(first, SWT.READ_ONLY);
        cpus.setToolTipText(Messages.layout_which);
        GridDataFactory.fillDefaults().exclude(true).applyTo(cpus);
        cpus.setVisible(false);
        Button open = new Button(first, SWT.PUSH);
        open.setText(Messages.layout_open);
        open.setToolTipText(Messages.layout_openTip);
        open.addListener(SWT.Selection, event -> ask());
        other = new CpuChooser(first, Messages.layout_other, Messages.layout_otherTip,
                Optional.of(Messages.layout_nobody));
        bits = new BitsPanel(all, switched, everything);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bits.control());
        said = new Label(all, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(said);
        said.setVisible(false);
        pages = new Composite(all, SWT.NONE);
        pages.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        content = new SashForm(pages, SWT.VERTICAL);
        tablesArea = new Composite(content, SWT.NONE);
        tablesArea.setLayout(new StackLayout());
        components = new ComponentTable(tablesArea);
        migration = new MigrationTable(tablesArea);
        map = new PictureCanvas(content, Messages.layout_nothing);
        map.canvas().addListener(SWT.Resize, event -> draw());
        findings = new FindingsTable(content);
        content.setWeights(34, 51, 15);
        refusal = new Composite(pages, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(refusal);
        reason = new Label(refusal, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        Link again = new Link(refusal, SWT.NONE);
        again.setText(Messages.refused_next);
        again.addListener(SWT.Selection, event -> ask());
        accept(all);
    }

    Composite control() {
        return all;
    }

    CpuChooser source() {
        return source;
    }

    CpuChooser other() {
        return other;
    }

    BitsPanel bits() {
        return bits;
    }

    PictureCanvas map() {
        return map;
    }

    List<TableViewer> tables() {
        return List.of(components.viewer(), migration.viewer());
    }

    /** Told which CPU of a dump of several the user wants to see. */
    void onCpu(IntConsumer told) {
        cpus.addListener(SWT.Selection, event -> told.accept(cpus.getSelectionIndex()));
    }

    private void ask() {
        FileDialogs.open(all.getShell(), Messages.layout_openTitle).ifPresent(opened);
    }

    private void accept(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[]{FileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && files.length > 0) {
                    opened.accept(Path.of(files[0]));
                }
            }
        });
    }

    /** The CPUs of a dump; nothing to choose from if there is one only. */
    void cpus(List<CpuLayout> described, int chosen) {
        boolean several = described.size() > 1;
        cpus.setItems(described.stream().map(CpuLayout::label).toArray(String[]::new));
        if (several) {
            cpus.select(chosen);
        }
        exclude(cpus, !several);
    }

    void show(Answer.Single single, List<ComponentFacts> facts) {
        CpuLayout cpu = single.cpu();
        bits.name(false);
        bits.show(cpu.cpu().orElseThrow(), cpu.xcr0(), cpu.xss(), single.catalog());
        components.show(facts);
        show(single, components.area(), single.findings());
    }

    void show(Answer.Compared compared) {
        bits.name(true);
        bits.show(compared.to().cpu().orElseThrow(), compared.to().xcr0(), compared.to().xss(),
                compared.catalog());
        migration.show(compared.migration());
        show(compared, migration.area(), compared.findings());
    }

    private void show(Answer answer, Composite table, List<Finding> found) {
        top(tablesArea, table);
        findings.show(found);
        findings.area().setVisible(!found.isEmpty());
        content.layout(true, true);
        exclude(bits.control(), false);
        top(pages, content);
        drawn = Optional.of(answer);
        draw();
    }

    /** As wide as there is room for. */
    private void draw() {
        int width = map.canvas().getClientArea().width;
        if (width > 0) {
            drawn.flatMap(answer -> answer.picture(width)).ifPresent(map::show);
        }
    }

    /** Says why there is nothing to show, and what to do about it. */
    void refuse(String why) {
        reason.setText(why);
        cpus(List.of(), 0);
        say(List.of(), true);
        exclude(bits.control(), true);
        top(pages, refusal);
        refusal.layout(true, true);
    }

    /** Says what came of switching a bit. @param done whether it was switched */
    void say(List<String> sentences, boolean done) {
        said.setText((done ? "" : Messages.bits_refused + " ") + String.join(".  ", sentences)
                + (sentences.isEmpty() ? "" : "."));
        exclude(said, sentences.isEmpty());
    }

    private void exclude(Control control, boolean excluded) {
        GridDataFactory.createFrom((org.eclipse.swt.layout.GridData) control.getLayoutData())
                .exclude(excluded)
                .applyTo(control);
        control.setVisible(!excluded);
        all.layout(true, true);
    }

    private static void top(Composite stack, Control control) {
        ((StackLayout) stack.getLayout()).topControl = control;
        stack.layout(true, true);
    }

    /** The component that is selected in the table that is shown. */
    OptionalInt selected() {
        return migration.area().isVisible() ? migration.selected() : components.selected();
    }

    void select(int component) {
        components.select(component);
        migration.select(component);
        map.picture().items().stream()
                .filter(item -> LayoutPicture.component(item.id()).equals(OptionalInt.of(component)))
                .findFirst()
                .filter(item -> map.chosen()
                        .flatMap(one -> Optional.of(LayoutPicture.component(one.id())))
                        .filter(OptionalInt.of(component)::equals).isEmpty())
                .ifPresent(item -> map.choose(item.id()));
    }
}
