package org.xstate.ui.check.internal.designs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.xstate.ui.check.internal.Messages;

/** The fields in which a matrix is asked for. */
final class QuestionBar {

    /** What the fields offer. */
    record Offers(List<String> components, List<String> profiles, String updated, String bystander) {
    }

    private final Composite area;
    private final Consumer<Question> ask;
    private final Combo updated;
    private final Combo bystander;
    private final Text kernel;
    private final Combo profile;
    private final Text knobs;
    private final Combo filter;
    private List<Path> own = List.of();
    private String standardUpdated = "";
    private String standardBystander = "";

    QuestionBar(Composite parent, Consumer<Question> ask, Consumer<Integer> filtered) {
        this.ask = ask;
        area = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).spacing(6).margins(6, 4).applyTo(area);
        updated = combo(Messages.designs_updated,
                Messages.designs_updatedTip, SWT.READ_ONLY);
        bystander = combo(Messages.designs_bystander,
                Messages.designs_bystanderTip, SWT.READ_ONLY);
        profile = combo(Messages.designs_cpu,
                Messages.designs_cpuTip, SWT.READ_ONLY);
        kernel = text(Messages.designs_kernel,
                Messages.designs_kernelTip, "6.16", 8);
        knobs = text(Messages.designs_knobs,
                Messages.designs_knobsTip, Messages.designs_knobsExample, 24);
        filter = combo(Messages.designs_filter,
                Messages.designs_filterTip, SWT.READ_ONLY);
        filter.setItems(Messages.designs_filterAll,
                Messages.designs_filterRight,
                Messages.designs_filterWrong);
        filter.select(0);
        filter.addListener(SWT.Selection, event -> filtered.accept(filter.getSelectionIndex()));
        for (Combo one : List.of(updated, bystander, profile)) {
            one.addListener(SWT.Selection, event -> ask.accept(question()));
        }
        for (Text one : List.of(kernel, knobs)) {
            one.addListener(SWT.DefaultSelection, event -> ask.accept(question()));
        }
        Button compute = new Button(area, SWT.PUSH);
        compute.setText(Messages.designs_compute);
        compute.setToolTipText(Messages.designs_computeTip);
        compute.addListener(SWT.Selection, event -> ask.accept(question()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    Composite control() {
        return area;
    }

    /** A label and a field that stay together when the bar is broken into lines. */
    private Composite pair(String label, String tip) {
        Composite pair = new Composite(area, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        pair.setLayout(layout);
        pair.setLayoutData(new RowData());
        Label text = new Label(pair, SWT.NONE);
        text.setText(label);
        text.setToolTipText(tip);
        return pair;
    }

    private Combo combo(String label, String tip, int style) {
        Combo combo = new Combo(pair(label, tip), SWT.DROP_DOWN | style);
        combo.setToolTipText(tip);
        return combo;
    }

    private Text text(String label, String tip, String example, int characters) {
        Text text = new Text(pair(label, tip), SWT.BORDER | SWT.SINGLE);
        text.setToolTipText(tip);
        text.setMessage(example);
        GridDataFactory.swtDefaults().hint(characters * text.getLineHeight() / 2, SWT.DEFAULT).applyTo(text);
        return text;
    }

    void fill(Offers offers, Question question) {
        standardUpdated = offers.updated();
        standardBystander = offers.bystander();
        updated.setItems(offers.components().toArray(String[]::new));
        bystander.setItems(offers.components().toArray(String[]::new));
        List<String> profiles = new ArrayList<>(
                List.of(Messages.designs_standardCpu));
        profiles.addAll(offers.profiles());
        profile.setItems(profiles.toArray(String[]::new));
        updated.setText(question.updated().isEmpty() ? standardUpdated : question.updated());
        bystander.setText(question.bystander().isEmpty() ? standardBystander : question.bystander());
        profile.select(Math.max(0, profiles.indexOf(question.profile())));
        kernel.setText(question.kernel());
        knobs.setText(question.knobs());
        own = question.own();
        area.getParent().layout(true, true);
    }

    void own(List<Path> files) {
        own = List.copyOf(files);
        ask.accept(question());
    }

    /** What the fields say. */
    Question question() {
        return new Question(updated.getText().equals(standardUpdated) ? "" : updated.getText(),
                bystander.getText().equals(standardBystander) ? "" : bystander.getText(),
                kernel.getText().strip(), profile.getSelectionIndex() <= 0 ? "" : profile.getText(),
                knobs.getText().strip(), own);
    }

    void setFocus() {
        updated.setFocus();
    }
}
