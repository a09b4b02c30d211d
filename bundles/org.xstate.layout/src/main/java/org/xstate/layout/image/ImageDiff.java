package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/**
 * Compares two images twice. Semantically: would the registers differ after both were restored? A component in its initial
 * configuration equals one in use with the init values. Representationally: in what do images with the same meaning differ?
 *
 * @param semantic         fields whose values differ, by component
 * @param representational differences that a restore does not see
 */
public record ImageDiff(List<FieldDifference> semantic, List<Representation> representational) {

    /** @param component name @param field the manual's name @param left printed value, or {@code absent} */
    public record FieldDifference(int number, String component, String field, String left, String right) {
    }

    /** @param what {@code XSTATE_BV}, {@code offset of PKRU}, {@code bytes 464..511} */
    public record Representation(String what, String left, String right) {
    }

    private static final String MXCSR_MASK = "mxcsr_mask";

    public ImageDiff {
        semantic = List.copyOf(semantic);
        representational = List.copyOf(representational);
    }

    public boolean sameMeaning() {
        return semantic.isEmpty();
    }

    /** Compares two images, which may have different formats and layouts. */
    public static ImageDiff between(XsaveImage left, XsaveImage right, FeatureCatalog catalog) {
        List<FieldDifference> semantic = new ArrayList<>();
        TreeSet<Integer> numbers = new TreeSet<>();
        left.layout().placements().forEach(p -> numbers.add(p.number()));
        right.layout().placements().forEach(p -> numbers.add(p.number()));
        for (int number : numbers) {
            component(left, right, number, catalog, semantic);
        }
        return new ImageDiff(semantic, new RepresentationDiff(left, right, catalog).find());
    }

    private static void component(XsaveImage left, XsaveImage right, int number, FeatureCatalog catalog,
            List<FieldDifference> semantic) {
        String name = catalog.name(number);
        int size = Math.max(sizeOf(left, number), sizeOf(right, number));
        // x87 and SSE share MXCSR's bytes, so their fields decide
        if (number > 1 && EffectiveBytes.of(left, number, size, catalog)
                .equals(EffectiveBytes.of(right, number, size, catalog))) {
            return;
        }
        Map<String, DecodedField> a = fields(left, number, size, catalog);
        Map<String, DecodedField> b = fields(right, number, size, catalog);
        TreeSet<String> names = new TreeSet<>(new FieldOrder(a, b));
        names.addAll(a.keySet());
        names.addAll(b.keySet());
        names.remove(MXCSR_MASK); // stored by saves, read by no restore
        for (String field : names) {
            String l = Optional.ofNullable(a.get(field)).map(DecodedField::text)
                    .orElse(missing(left, number));
            String r = Optional.ofNullable(b.get(field)).map(DecodedField::text)
                    .orElse(missing(right, number));
            if (!l.equals(r)) {
                semantic.add(new FieldDifference(number, name, field, l, r));
            }
        }
    }

    private static int sizeOf(XsaveImage image, int number) {
        return image.layout().placement(number).map(Placement::size).orElse(0);
    }

    private static String missing(XsaveImage image, int number) {
        return image.layout().placement(number).isPresent() ? "absent" : "init (no place in the image)";
    }

    private static Map<String, DecodedField> fields(XsaveImage image, int number, int size,
            FeatureCatalog catalog) {
        Map<String, DecodedField> fields = new LinkedHashMap<>();
        Optional<ComponentView> view = ImageComponent.of(image, catalog, number, true);
        if (view.isPresent() && view.get().state() != ComponentView.State.ABSENT) {
            catalog.provider(number).orElseThrow().decode(view.get()).forEach(f -> fields.put(f.name(), f));
        } else if (catalog.provider(number).isEmpty()) {
            EffectiveBytes.of(image, number, size, catalog)
                    .ifPresent(
                            bytes -> fields.put("bytes", DecodedField.bytes("bytes", bytes.reversed(), "")));
        }
        return fields;
    }

    /** Fields in the order of the left image, then those that only the right one has. */
    private record FieldOrder(List<String> order) implements java.util.Comparator<String> {
        FieldOrder(Map<String, DecodedField> a, Map<String, DecodedField> b) {
            this(java.util.stream.Stream.concat(a.keySet().stream(), b.keySet().stream()).distinct()
                    .toList());
        }

        @Override
        public int compare(String x, String y) {
            return Integer.compare(order.indexOf(x), order.indexOf(y));
        }
    }

    /** Finds what a restore does not see. */
    private record RepresentationDiff(XsaveImage left, XsaveImage right, FeatureCatalog catalog) {

        List<Representation> find() {
            List<Representation> found = new ArrayList<>();
            add(found, "format", left.layout().format().word(), right.layout().format().word());
            add(found, "size", left.area().byteSize() + " bytes", right.area().byteSize() + " bytes");
            add(found, "XSTATE_BV", left.xstateBv().toString(), right.xstateBv().toString());
            add(found, "XCOMP_BV", left.xcompBv().toString(), right.xcompBv().toString());
            add(found, "MXCSR_MASK", Integer.toHexString(left.mxcsrMask()),
                    Integer.toHexString(right.mxcsrMask()));
            bytes(found, "legacy bytes 416..463", 416, 48);
            bytes(found, "software bytes 464..511", XsaveImage.SOFTWARE, 48);
            bytes(found, "header bytes 16..63", XsaveLayout.HEADER_OFFSET + 16, 48);
            for (Placement placement : left.layout().placements()) {
                int number = placement.number();
                right.layout().placement(number)
                        .ifPresent(other -> add(found, "offset of " + catalog.name(number),
                                Integer.toString(placement.offset()), Integer.toString(other.offset())));
                initBytes(found, number);
            }
            return found;
        }

        /** Memory of a component in init is dead; it still shows in a byte comparison. */
        private void initBytes(List<Representation> found, int number) {
            XFeatureMask bit = XFeatureMask.of(number);
            if (left.xstateBv().hasAny(bit) || right.xstateBv().hasAny(bit)) {
                return;
            }
            Optional<MemorySegment> a = left.component(number);
            Optional<MemorySegment> b = right.component(number);
            if (a.isPresent() && b.isPresent() && a.get().mismatch(b.get()) >= 0) {
                add(found, "unused bytes of " + catalog.name(number), "", "different");
            }
        }

        private void bytes(List<Representation> found, String what, int offset, int size) {
            long at = left.area().asSlice(offset, size).mismatch(right.area().asSlice(offset, size));
            if (at >= 0) {
                add(found, what, hex(left, offset, size), hex(right, offset, size));
            }
        }

        private static String hex(XsaveImage image, int offset, int size) {
            byte[] bytes = image.area().asSlice(offset, size)
                    .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
            return java.util.HexFormat.of().formatHex(bytes);
        }

        private static void add(List<Representation> found, String what, String a, String b) {
            if (!a.equals(b)) {
                found.add(new Representation(what, a, b));
            }
        }
    }
}
