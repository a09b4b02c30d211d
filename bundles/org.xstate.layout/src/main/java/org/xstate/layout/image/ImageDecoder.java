package org.xstate.layout.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.Placement;

/** Decodes images with the help of the xfeature providers. A provider that throws is named and the rest is decoded. */
public final class ImageDecoder {

    private final FeatureCatalog catalog;

    public ImageDecoder(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** Decodes what can be read; an image without a legible legacy region gives no components. */
    public DecodedImage decode(ResolvedImage resolved) {
        List<DecodedImage.Component> components = new ArrayList<>();
        List<DecodedField> registers = new ArrayList<>();
        List<Finding> failures = new ArrayList<>();
        resolved.image().ifPresent(image -> {
            for (Placement placement : image.layout().placements()) {
                if (placement.number() == 1 && resolved.record().format() == ImageRecord.AreaFormat.FSAVE) {
                    continue; // FSAVE knows nothing of SSE
                }
                component(image, placement, resolved.record().mode64(), components, registers, failures);
            }
        });
        mxcsrBeforeStack(registers);
        registers.addAll(resolved.record().extra());
        return new DecodedImage(components, registers, failures);
    }

    /** MXCSR comes with SSE, but lies between the x87 pointers and ST0; it is listed where it lies. */
    private static void mxcsrBeforeStack(List<DecodedField> registers) {
        List<DecodedField> words = registers.stream().filter(field -> field.name().startsWith("mxcsr"))
                .toList();
        registers.removeAll(words);
        int stack = registers.stream().map(DecodedField::name).toList().indexOf("st0");
        registers.addAll(stack < 0 ? registers.size() : stack, words);
    }

    private void component(XsaveImage image, Placement placement, boolean mode64,
            List<DecodedImage.Component> components, List<DecodedField> registers, List<Finding> failures) {
        int number = placement.number();
        Optional<ComponentView> view = ImageComponent.of(image, catalog, number, mode64);
        ComponentView.State state = view.map(ComponentView::state)
                .orElseGet(() -> undescribed(image, number));
        List<DecodedField> fields = List.of();
        if (view.isPresent() && state != ComponentView.State.ABSENT) {
            XFeatureProvider provider = catalog.provider(number).orElseThrow();
            fields = PluginCall.fields(provider, "decode", p -> p.decode(view.get()), failures)
                    .orElse(List.of());
            PluginCall.fields(provider, "registers", p -> p.registers(view.get()), failures)
                    .ifPresent(registers::addAll);
        }
        components.add(new DecodedImage.Component(number, catalog.name(number), state, fields));
    }

    private static ComponentView.State undescribed(XsaveImage image, int number) {
        if (!image.inUse(number)) {
            return ComponentView.State.INIT;
        }
        return image.component(number).isPresent() ? ComponentView.State.IN_USE : ComponentView.State.ABSENT;
    }
}
