package org.xstate.ui.images.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.xstate.analysis.json.DecodeJson;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.image.XsaveImage;

/** Which image is shown, whose layout it has, what the file is; and in a line of text what that came to. */
final class HeaderBar {

    private final ImageModel model;
    private final Composite all;
    private final Combo images;
    private final Combo profiles;
    private final Combo kinds;
    private final Text summary;
    private List<CpuProfile> known = List.of();
    private List<ImageRecord> listed = List.of();

    HeaderBar(Composite parent, ImageModel model) {
        this.model = model;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(6, 4).spacing(6, 3).applyTo(all);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(all);
        images = combo(Messages.header_image, Messages.header_imageTip, 16);
        images.addListener(SWT.Selection, event -> model.choose(images.getSelectionIndex()));
        profiles = combo(Messages.header_layout, Messages.header_layoutTip, 24);
        profiles.addListener(SWT.Selection, event -> model.layout(chosenProfile()));
        kinds = combo(Messages.header_kind, Messages.header_kindTip, 24);
        kinds.add(Messages.header_kindAuto);
        model.contributions().imageReaders().stream().map(ImageReader::kind).sorted().forEach(kinds::add);
        kinds.select(0);
        kinds.addListener(SWT.Selection, event -> model.kind(kinds.getSelectionIndex() == 0
                ? Optional.empty()
                : Optional.of(kinds.getText())));
        summary = new Text(all, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        summary.setBackground(all.getBackground());
        GridDataFactory.fillDefaults().span(6, 1).grab(true, false).minSize(1, SWT.DEFAULT).applyTo(summary);
    }

    private Combo combo(String label, String tip, int characters) {
        Label text = new Label(all, SWT.NONE);
        text.setText(label);
        text.setToolTipText(tip);
        Combo combo = new Combo(all, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(tip);
        combo.setVisibleItemCount(25);
        GridDataFactory.swtDefaults().hint(new PixelConverter(combo).convertWidthInCharsToPixels(characters),
                SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    /** The CPUs to choose from. */
    void profiles(List<CpuProfile> choices) {
        known = choices;
        profiles.removeAll();
        profiles.add(Messages.header_layoutFile);
        choices.forEach(one -> profiles.add(one.name()));
        profiles.select(0);
        all.layout(true, true);
    }

    private Optional<CpuProfile> chosenProfile() {
        int at = profiles.getSelectionIndex();
        return at <= 0 ? Optional.empty() : Optional.of(known.get(at - 1));
    }

    void refresh() {
        model.shown().ifPresentOrElse(this::show, () -> {
            images.removeAll();
            listed = List.of();
            say(Messages.header_nothing);
        });
    }

    /** It may take another number of lines. */
    private void say(String text) {
        if (!text.equals(summary.getText())) {
            summary.setText(text);
            all.requestLayout();
        }
    }

    private void show(Shown shown) {
        if (listed.size() != shown.records().size() || !labels(listed).equals(labels(shown.records()))) {
            images.setItems(labels(shown.records()).toArray(String[]::new));
        }
        listed = shown.records();
        images.select(shown.index());
        say(text(shown));
    }

    private static List<String> labels(List<ImageRecord> records) {
        return records.stream().map(ImageRecord::label).toList();
    }

    private static String text(Shown shown) {
        ImageRecord record = shown.record();
        List<String> parts = new ArrayList<>();
        parts.add(shown.container().about());
        parts.add(NLS.bind(Messages.header_format, DecodeJson.format(shown.thread()),
                "%,d".formatted(record.area().byteSize())));
        if (record.format() == ImageRecord.AreaFormat.XSAVE && record.area().byteSize() >= 576) {
            parts.add("XSTATE_BV " + XsaveImage.xstateBv(record.area()));
            parts.add("XCOMP_BV " + XsaveImage.xcompBv(record.area()));
        }
        if (!record.features().isEmpty()) {
            parts.add("XCR0 " + record.features());
        }
        parts.add(NLS.bind(Messages.header_from, shown.thread().resolved().origin().words()));
        if (!record.mode64()) {
            parts.add(Messages.header_mode32);
        }
        parts.add(shown.place().isPresent()
                ? NLS.bind(Messages.header_place, "%,d".formatted(shown.place().getAsLong()))
                : Messages.header_noPlace);
        return String.join("  \u00b7  ", parts);
    }

    void setFocus() {
        images.setFocus();
    }
}
