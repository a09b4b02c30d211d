package org.xstate.ui.images.internal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.xstate.analysis.image.Span;
import org.xstate.api.CpuidBit;
import org.xstate.api.XFeatureDescriptor;

/** Everything about the selected part or field, in the properties view. */
final class NodeProperties implements IPropertySource {

    private static final int LONGEST = 64;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> categories = new LinkedHashMap<>();

    NodeProperties(Node node, ImageModel model) {
        node.field().ifPresent(field -> {
            put(Messages.properties_field, Messages.properties_name, field.decoded().name());
            put(Messages.properties_field, Messages.properties_value,
                    NodeText.shown(node.part(), field.decoded()));
            put(Messages.properties_field, Messages.properties_decimal, field.decoded().value().toString());
            put(Messages.properties_field, Messages.properties_meaning, field.decoded().meaning());
        });
        where(node, model);
        String part = Messages.properties_part;
        put(part, Messages.properties_partName, node.part().name());
        put(part, Messages.properties_state, node.part().state());
        node.part().component().ifPresent(number -> model.shown().flatMap(shown -> shown.catalog()
                .descriptor(number)).ifPresentOrElse(this::described,
                        () -> put(part, Messages.properties_number, Integer.toString(number))));
    }

    private void where(Node node, ImageModel model) {
        String place = Messages.properties_place;
        put(place, Messages.properties_bytes, node.spans().stream().map(span -> NLS.bind(Messages.tip_bytes,
                new Object[]{span.offset(), span.end() - 1, "0x" + Integer.toHexString(span.offset())}))
                .collect(Collectors.joining(", ")));
        put(place, Messages.properties_bits, NodeText.bits(node));
        model.shown()
                .ifPresent(shown -> shown.place().ifPresent(base -> put(place, Messages.properties_inFile,
                        node.spans().stream().map(span -> "%,d".formatted(base + span.offset()))
                                .collect(Collectors.joining(", ")))));
        put(place, Messages.properties_stored, model.shown().map(shown -> node.spans().stream()
                .map(span -> stored(shown, span)).collect(Collectors.joining(" "))).orElse(""));
    }

    private static String stored(Shown shown, Span span) {
        byte[] bytes = shown.record().area().asSlice(span.offset(), Math.min(span.length(), LONGEST))
                .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        return HexFormat.ofDelimiter(" ").formatHex(bytes) + (span.length() > LONGEST ? " \u2026" : "");
    }

    private void described(XFeatureDescriptor d) {
        String part = Messages.properties_part;
        put(part, Messages.properties_number, Integer.toString(d.number()));
        put(part, Messages.properties_kind,
                NLS.bind(d.isUser() ? Messages.properties_user : Messages.properties_supervisor,
                        d.number()));
        put(part, Messages.properties_linux, "XFEATURE_" + d.linuxName());
        put(part, Messages.properties_size, "%,d".formatted(d.size()));
        put(part, Messages.properties_align, d.align64() ? Messages.yes : Messages.no);
        put(part, Messages.properties_xfd, d.xfd() ? Messages.yes : Messages.no);
        put(part, Messages.properties_cpuid, d.cpuid().stream().map(CpuidBit::toString)
                .collect(Collectors.joining(", ")));
        put(part, Messages.properties_manual, NLS.bind(Messages.properties_reference, d.number()));
    }

    private void put(String category, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
            categories.put(name, category);
        }
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        List<IPropertyDescriptor> all = new ArrayList<>();
        values.keySet().forEach(name -> {
            PropertyDescriptor descriptor = new PropertyDescriptor(name, name);
            descriptor.setCategory(categories.get(name));
            descriptor.setAlwaysIncompatible(true);
            all.add(descriptor);
        });
        return all.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return values.get(id);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // values are changed in the editor
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        // values are changed in the editor
    }
}
