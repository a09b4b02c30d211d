package org.xstate.ui.layout.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.ViewJobs;

/** What {@code xstate layout} says of a CPU: its components, and the area to scale. */
public final class LayoutView extends ViewPart {

    public static final String ID = "org.xstate.ui.layout.cpu";

    private static final String FIRST_PROFILE = "sapphirerapids";

    /** What one question gives. */
    private record Answer(FeatureCatalog catalog, CpuLayout cpu) {
    }

    private Contributed contributed;
    private ComboViewer profiles;
    private Button compacted;
    private ComponentTable components;
    private LayoutMap map;

    @Override
    public void createPartControl(Composite parent) {
        contributed = Contributed.open();
        Composite all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 4).applyTo(all);
        Label label = new Label(all, SWT.NONE);
        label.setText(Messages.layout_cpu);
        profiles = new ComboViewer(all, SWT.READ_ONLY);
        profiles.setContentProvider(ArrayContentProvider.getInstance());
        profiles.setLabelProvider(LabelProvider.createTextProvider(one -> ((CpuProfile) one).name()));
        profiles.addSelectionChangedListener(event -> refresh());
        compacted = new Button(all, SWT.CHECK);
        compacted.setText(Messages.layout_compacted);
        compacted.addListener(SWT.Selection, event -> refresh());
        SashForm sash = new SashForm(all, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(sash);
        components = new ComponentTable(sash);
        map = new LayoutMap(sash);
        sash.setWeights(45, 55);
        getSite().setSelectionProvider(components.viewer());
        components.viewer().addSelectionChangedListener(event -> map.mark(components.selected()));
        map.onPick(components::select);
        ViewJobs.run(getPartName(), all, CpuProfiles::all, this::fill);
    }

    private void fill(List<CpuProfile> all) {
        profiles.setInput(all);
        all.stream().filter(one -> one.id().equals(FIRST_PROFILE)).findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(one -> profiles.setSelection(new StructuredSelection(one)));
    }

    private void refresh() {
        if (profiles.getStructuredSelection().isEmpty() || contributed.current().isEmpty()) {
            return;
        }
        CpuProfile profile = (CpuProfile) profiles.getStructuredSelection().getFirstElement();
        XsaveLayout.Format format = compacted.getSelection()
                ? XsaveLayout.Format.COMPACTED
                : XsaveLayout.Format.STANDARD;
        Contributions contributions = contributed.current().get();
        ViewJobs.run(getPartName(), profiles.getControl(), () -> answer(profile, format, contributions),
                this::show);
    }

    private static Answer answer(CpuProfile profile, XsaveLayout.Format format, Contributions contributions) {
        FeatureCatalog catalog = contributions.features();
        LayoutQuestion question = new LayoutQuestion(LayoutQuestion.EVERYTHING.xcr0(),
                LayoutQuestion.EVERYTHING.xss(), format);
        LayoutReport report = LayoutReport.of(profile.id(), profile.id(),
                java.util.Optional.of(profile.name()), profile.table(), question, catalog);
        return new Answer(catalog, report.cpus().getFirst());
    }

    private void show(Answer answer) {
        CpuLayout cpu = answer.cpu();
        setContentDescription(cpu.layout()
                .map(layout -> "%s: %s format, %,d bytes; XCR0 %s, XSS %s".formatted(cpu.name(),
                        layout.format().word(), layout.size(), cpu.xcr0(), cpu.xss()))
                .orElseGet(() -> NLS.bind(Messages.layout_nothing, cpu.name())));
        components.show(cpu, answer.catalog());
        map.show(cpu, answer.catalog());
    }

    @Override
    public void setFocus() {
        profiles.getControl().setFocus();
    }

    @Override
    public void dispose() {
        contributed.close();
        super.dispose();
    }
}
