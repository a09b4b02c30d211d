package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.xstate.analysis.layout.EnablingSwitch;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.ui.Palette;

/** The bits of XCR0 and IA32_XSS, to be switched; in parentheses those that the CPU does not enumerate. */
final class BitsPanel {

    private final Composite panel;
    private final Label[] values = new Label[2];
    private final Composite[] rows = new Composite[2];
    private final Map<Integer, Button> buttons = new TreeMap<>();
    private final BiConsumer<Integer, Boolean> switched;
    private List<Object> built = List.of();
    private String named = Messages.bits_own;

    /** @param switched told of the component whose bit the user wants to be set or clear */
    BitsPanel(Composite parent, BiConsumer<Integer, Boolean> switched, Runnable everything) {
        this.switched = switched;
        panel = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 2).applyTo(panel);
        for (int i = 0; i < 2; i++) {
            values[i] = new Label(panel, SWT.NONE);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(values[i]);
            rows[i] = new Composite(panel, SWT.NONE);
            RowLayout layout = new RowLayout(SWT.HORIZONTAL);
            layout.center = true;
            layout.marginTop = 1;
            layout.marginBottom = 1;
            layout.spacing = 8;
            rows[i].setLayout(layout);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(rows[i]);
            if (i == 0) {
                Link all = new Link(panel, SWT.NONE);
                all.setText(Messages.bits_everything);
                all.setToolTipText(Messages.bits_everythingTip);
                all.addListener(SWT.Selection, event -> everything.run());
            } else {
                new Label(panel, SWT.NONE);
            }
        }
    }

    Control control() {
        return panel;
    }

    /** Whose bits they are. @param second whether two CPUs are compared: then the second's */
    void name(boolean second) {
        named = second ? Messages.bits_second : Messages.bits_own;
    }

    void show(XsaveCpu cpu, XFeatureMask xcr0, XFeatureMask xss, FeatureCatalog catalog) {
        values[0].setText(NLS.bind(named, "XCR0 " + xcr0));
        values[1].setText(NLS.bind(named, "IA32_XSS " + xss));
        List<Object> wanted = List.of(cpu.xcr0(), cpu.xss(), catalog.mask());
        if (!wanted.equals(built)) {
            build(cpu, catalog);
            built = wanted;
        }
        XFeatureMask set = xcr0.or(xss);
        buttons.forEach((number, button) -> button.setSelection(set.has(number)));
        panel.getParent().layout(true, true);
    }

    private void build(XsaveCpu cpu, FeatureCatalog catalog) {
        buttons.values().forEach(Button::dispose);
        buttons.clear();
        List<Integer> numbers = new ArrayList<>(
                cpu.all().or(catalog.mask()).components().numbers().boxed().toList());
        for (int number : numbers) {
            boolean supervisor = EnablingSwitch.isSupervisor(number, cpu, catalog);
            Button button = new Button(rows[supervisor ? 1 : 0], SWT.CHECK);
            Palette.leaveToSystem(button);
            String text = number + " " + catalog.name(number);
            boolean known = cpu.all().has(number);
            button.setText(known ? text : "(" + text + ")");
            button.setToolTipText(tip(number, supervisor, known, catalog));
            button.addListener(SWT.Selection, event -> switched.accept(number, button.getSelection()));
            buttons.put(number, button);
        }
    }

    private static String tip(int number, boolean supervisor, boolean known, FeatureCatalog catalog) {
        List<String> lines = new ArrayList<>();
        lines.add(NLS.bind(Messages.bits_bit, supervisor ? "IA32_XSS" : "XCR0", number));
        if (!known) {
            lines.add(NLS.bind(Messages.bits_notEnumerated,
                    supervisor ? "CPUID.(D,1).EDX:ECX" : "CPUID.(D,0).EDX:EAX"));
        }
        catalog.descriptor(number).ifPresent(feature -> rules(feature, catalog, lines));
        return String.join("\n", lines);
    }

    private static void rules(XFeatureDescriptor feature, FeatureCatalog catalog, List<String> lines) {
        if (feature.alwaysOn()) {
            lines.add(Messages.bits_always);
        }
        rule(Messages.bits_needs, feature.requires(), catalog, lines);
        rule(Messages.bits_together, feature.together().without(feature.number()), catalog, lines);
        rule(Messages.bits_never, feature.conflicts(), catalog, lines);
    }

    private static void rule(String text, XFeatureMask mask, FeatureCatalog catalog, List<String> lines) {
        if (!mask.isEmpty()) {
            lines.add(NLS.bind(text, String.join(", ", mask.numbers().mapToObj(catalog::label).toList())));
        }
    }
}
