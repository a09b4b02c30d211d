package org.xstate.layout.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.Placement;

/** Finds the fields whose values differ after both images were restored. */
final class SemanticDiff {

    /** XRSTOR ignores it (SDM volume 1, section 13.8.1): a difference in it is one of representation. */
    private static final String MXCSR_MASK = "mxcsr_mask";

    private final XsaveImage left;
    private final XsaveImage right;
    private final boolean mode64;
    private final FeatureCatalog catalog;
    private final List<ImageDiff.FieldDifference> differences = new ArrayList<>();
    private final List<Integer> outsideFields = new ArrayList<>();
    private final List<Finding> failures = new ArrayList<>();

    SemanticDiff(XsaveImage left, XsaveImage right, boolean mode64, FeatureCatalog catalog) {
        this.left = left;
        this.right = right;
        this.mode64 = mode64;
        this.catalog = catalog;
    }

    List<ImageDiff.FieldDifference> differences() {
        return differences;
    }

    /** Components whose bytes differ although no field does: reserved bytes, what the register does not hold. */
    List<Integer> outsideFields() {
        return outsideFields;
    }

    List<Finding> failures() {
        return failures;
    }

    /** @param without components to leave out */
    void find(XFeatureMask without) {
        XFeatureMask all = held(left).or(held(right)).andNot(without);
        for (int number : all) {
            component(number);
        }
    }

    /** What has a place or is said to be in use. */
    private static XFeatureMask held(XsaveImage image) {
        XFeatureMask held = image.xstateBv().components();
        for (Placement placement : image.layout().placements()) {
            held = held.with(placement.number());
        }
        return held;
    }

    private void component(int number) {
        int size = Math.max(sizeOf(left, number), sizeOf(right, number));
        int reach = reach(number, size);
        if (reach == 0) {
            return;
        }
        boolean sameBytes = EffectiveBytes.of(left, number, size, reach, catalog)
                .equals(EffectiveBytes.of(right, number, size, reach, catalog));
        // MXCSR lies among the bytes of x87 and is shown with SSE, so there the fields decide
        if (number > 1 && sameBytes) {
            return;
        }
        int before = differences.size();
        compare(number, fields(left, number, size, reach), fields(right, number, size, reach));
        if (!sameBytes && number > 1 && differences.size() == before) {
            outsideFields.add(number);
        }
    }

    private void compare(int number, Map<String, DecodedField> a, Map<String, DecodedField> b) {
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        for (String field : names) {
            String l = Optional.ofNullable(a.get(field)).map(DecodedField::text)
                    .orElse(missing(left, number));
            String r = Optional.ofNullable(b.get(field)).map(DecodedField::text)
                    .orElse(missing(right, number));
            if (!l.equals(r)) {
                differences.add(
                        new ImageDiff.FieldDifference(number, catalog.name(number), field, l, r));
            }
        }
    }

    /** How many leading bytes a restore looks at. What 32-bit code reaches of components 1 and 2 is core knowledge. */
    private int reach(int number, int size) {
        if (mode64 || number == 0) {
            return Math.max(size, 1);
        }
        if (number <= 2) {
            return size / 2;
        }
        return catalog.provider(number)
                .flatMap(provider -> PluginCall.ask(provider, "bytesOutside64BitMode",
                        p -> Math.clamp(p.registerBehaviour(AddressWidths.WIDEST).bytesOutside64BitMode(size),
                                0, size),
                        failures))
                .orElse(Math.max(size, 1));
    }

    private static int sizeOf(XsaveImage image, int number) {
        return image.layout().placement(number).map(Placement::size).orElse(0);
    }

    private static String missing(XsaveImage image, int number) {
        if (!image.inUse(number)) {
            return "init";
        }
        return image.layout().placement(number).isPresent() ? "absent" : "in use, but without a place";
    }

    private Map<String, DecodedField> fields(XsaveImage image, int number, int size, int reach) {
        Map<String, DecodedField> fields = new LinkedHashMap<>();
        Optional<ComponentView> view = ImageComponent.of(image, catalog, number, mode64);
        Optional<XFeatureProvider> provider = catalog.provider(number);
        if (view.isPresent() && provider.isPresent()) {
            if (view.get().state() == ComponentView.State.ABSENT) {
                return fields;
            }
            Optional<List<DecodedField>> decoded = PluginCall.fields(provider.get(), "decode",
                    p -> p.decode(view.get()), failures);
            if (decoded.isPresent()) {
                decoded.get().stream().filter(field -> meant(field, number, reach))
                        .forEach(field -> fields.put(field.name(), field));
                return fields;
            }
        }
        if (provider.isEmpty() || view.isPresent()) {
            EffectiveBytes.of(image, number, size, reach, catalog)
                    .ifPresent(
                            bytes -> fields.put("bytes", DecodedField.bytes("bytes", bytes.reversed(), "")));
        }
        return fields;
    }

    /** Whether a restore gives the field to a register. */
    private boolean meant(DecodedField field, int number, int reach) {
        if (number == 1 && field.name().equals(MXCSR_MASK)) {
            return false;
        }
        return catalog.descriptor(number).flatMap(d -> d.field(field.name()))
                .map((FieldDescriptor place) -> place.offset() + place.width() <= reach).orElse(true);
    }
}
