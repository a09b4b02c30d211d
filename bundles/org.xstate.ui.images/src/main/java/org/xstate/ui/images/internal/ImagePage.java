package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.image.EditText;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.Span;
import org.xstate.ui.images.internal.hex.HexContent;
import org.xstate.ui.images.internal.hex.HexView;
import org.xstate.ui.panels.PanelArea;
import org.xstate.ui.panels.PanelInput;

/** Fields and bytes side by side: what is selected in one is marked in the other. */
final class ImagePage implements ValueEditing.Setter {

    private final ImageModel model;
    private final Edits edits;
    private final Consumer<Optional<String>> refused;
    private final SashForm sash;
    private final FieldTree fields;
    private final PanelArea panels;
    private final FindingsTable findings;
    private final HexView hex;
    private final ByteInspector inspector;
    private Consumer<Node> selected = node -> {
    };
    private Optional<Node> current = Optional.empty();
    /** Per cent of the width that the bytes were given; the user may have moved the sash since. */
    private int given;

    /** @param refused told why a change was not made, or that the last one was */
    ImagePage(Composite parent, ImageModel model, Edits edits, Consumer<Optional<String>> refused) {
        this.model = model;
        this.edits = edits;
        this.refused = refused;
        sash = new SashForm(parent, SWT.HORIZONTAL);
        SashForm left = new SashForm(sash, SWT.VERTICAL);
        Composite upper = new Composite(left, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(upper);
        fields = new FieldTree(upper, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields.control());
        panels = new PanelArea(upper);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(panels);
        findings = new FindingsTable(left, model, edits, this::reveal, refused);
        left.setWeights(74, 26);
        Composite right = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(right);
        hex = new HexView(right);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(hex.canvas());
        inspector = new ByteInspector(right, hex);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(inspector.control());
        sash.addListener(SWT.Resize, event -> share());
        fields.onSelect(this::chosen);
        hex.onSelect(this::bytesChosen);
        hex.onType((offset, value) -> refused.accept(edits.type(offset, value)));
        hex.names(this::name);
        inspector.onToggle(bit -> toggle(bit));
    }

    Composite control() {
        return sash;
    }

    /** Side by side where there is room, the bytes as wide as they are at first. */
    private void share() {
        int width = sash.getSize().x;
        int wanted = hex.preferredWidth();
        int orientation = width < 1.6 * wanted ? SWT.VERTICAL : SWT.HORIZONTAL;
        if (width > 0 && !draggedByUser()) {
            given = orientation == SWT.VERTICAL ? 50 : Math.clamp(100 * wanted / width, 40, 60);
            sash.setOrientation(orientation);
            sash.setWeights(100 - given, given);
        }
    }

    private boolean draggedByUser() {
        int[] weights = sash.getWeights();
        return given > 0 && Math.abs(100 * weights[1] / (weights[0] + weights[1]) - given) > 1;
    }

    HexView hex() {
        return hex;
    }

    FieldTree fields() {
        return fields;
    }

    FindingsTable findings() {
        return findings;
    }

    /** Told what the user selects, in whichever half. */
    void onSelect(Consumer<Node> told) {
        selected = told;
    }

    Optional<Node> current() {
        return current;
    }

    private Optional<ImageMap> map() {
        return model.shown().map(Shown::map);
    }

    private String name(int offset) {
        return map().flatMap(map -> map.at(offset)).map(place -> place.field()
                .map(field -> NLS.bind(Messages.hex_fieldOf, field.decoded().name(), place.part().name()))
                .orElse(place.part().name())
                + (place.part().state().isEmpty() ? "" : ", " + place.part().state())).orElse("");
    }

    /** What is known became something else. */
    void refresh() {
        model.shown().ifPresentOrElse(shown -> {
            fields.show(shown.map());
            hex.show(new AreaContent(shown.record().area(), shown.place(), model.file().orElseThrow()),
                    AreaContent.bands(shown.map()));
            hex.setEditable(shown.place().isPresent() && model.file().orElseThrow().isChangeable());
            current.ifPresent(node -> hex.mark(node.spans()));
        }, () -> {
            fields.clear();
            hex.show(HexContent.EMPTY, List.of());
            hex.mark(List.of());
        });
        panels();
        inspector.refresh();
        findings.refresh();
    }

    /** Only the bytes did; what they mean follows. */
    void bytes() {
        hex.refresh();
        inspector.refresh();
    }

    /** A field's bytes; of a part only the first: it is framed. */
    private void select(Node node) {
        node.spans().stream().findFirst()
                .map(span -> node.field().isPresent() ? span : new Span(span.offset(), 1))
                .ifPresent(hex::select);
    }

    /** What plugins show of the component, beside its fields. */
    private void panels() {
        Optional<PanelInput> input = current
                .flatMap(node -> model.shown().flatMap(shown -> shown.contents(node)));
        input.ifPresentOrElse(panels::show, panels::clear);
    }

    private void chosen(Node node) {
        current = Optional.of(node);
        panels();
        hex.mark(node.spans());
        select(node);
        inspector.refresh();
        selected.accept(node);
    }

    private void bytesChosen(Span span) {
        map().flatMap(map -> map.at(span.offset())).map(Node::of).ifPresent(node -> {
            boolean other = !current.equals(Optional.of(node));
            current = Optional.of(node);
            if (other) {
                panels();
                fields.select(node);
                hex.mark(node.spans());
            }
            selected.accept(node);
        });
        inspector.refresh();
    }

    /** Shows bytes as if the user had selected them. */
    void reveal(Span span) {
        hex.select(span);
        bytesChosen(span);
        hex.mark(List.of(span));
    }

    /** Selects a part or field, without telling. */
    void follow(Node node) {
        current = Optional.of(node);
        panels();
        fields.select(node);
        hex.mark(node.spans());
        select(node);
        inspector.refresh();
    }

    private void toggle(int bit) {
        int at = hex.selection().offset() + bit / 8;
        byte value = (byte) (hex.content().at(at) ^ 1 << bit % 8);
        refused.accept(edits.perform(NLS.bind(Messages.edit_bit, bit % 8, "0x" + Integer.toHexString(at)),
                List.of(new ImageEdit.Bytes(at, new byte[]{value}))));
    }

    @Override
    public boolean mayChange(Node.OfField field) {
        return !field.spans().isEmpty()
                && model.shown().filter(shown -> shown.place().isPresent()).isPresent()
                && model.file().filter(file -> file.isChangeable()).isPresent();
    }

    @Override
    public Optional<String> check(Node.OfField field, String value) {
        return switch (parse(field, value)) {
            case EditText.Parsed.Valid _ -> Optional.empty();
            case EditText.Parsed.Invalid(String reason) -> Optional.of(reason);
        };
    }

    private EditText.Parsed parse(Node.OfField field, String value) {
        Shown shown = model.shown().orElseThrow();
        return new EditText(shown.catalog()).parse(shown.map(), field.own().decoded().name() + "=" + value);
    }

    @Override
    public void set(Node.OfField field, String value) {
        switch (parse(field, value)) {
            case EditText.Parsed.Valid(var edit, String name) -> refused.accept(edits.perform(
                    NLS.bind(Messages.edit_set, name, value), List.of(edit)));
            case EditText.Parsed.Invalid(String reason) -> refused.accept(Optional.of(reason));
        }
    }
}
