package org.xstate.analysis.image;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;

/**
 * A change that does away with a finding.
 *
 * @param label what it does, as a menu has it
 * @param edits in order
 */
public record FindingFix(String label, List<ImageEdit> edits) {

    private static final int RESERVED_HEADER = 528;
    private static final int HEADER_END = 576;
    private static final int RESERVED_LEGACY = 416;
    private static final int SOFTWARE = 464;
    /** What MXCSR_MASK stands for where a processor stores 0 (SDM volume 1, section 11.6.6). */
    private static final long DEFAULT_MXCSR_MASK = 0xffbf;

    public FindingFix {
        edits = List.copyOf(edits);
    }

    /** The fix of a finding about an image; empty for one whose right value nobody can know. */
    public static Optional<FindingFix> of(Finding finding, ImageMap map, FeatureCatalog catalog) {
        return switch (finding.id()) {
            case "linux-core-mxcsr-zero" ->
                set("Set MXCSR to 1F80, which the register held", "mxcsr=0x1f80", map,
                        catalog);
            case "mxcsr-reserved-bits" -> mxcsr(map, catalog);
            case "header-reserved-bytes", "header-bytes-ignored" -> Optional.of(zero(
                    "Clear bytes 528 to 575 of the header", RESERVED_HEADER, HEADER_END));
            case "legacy-reserved-bytes" ->
                Optional.of(zero("Clear bytes 416 to 463", RESERVED_LEGACY, SOFTWARE));
            case "xcomp-bv-without-bit-63" -> set("Write XCOMP_BV 0, of a standard image", "xcomp_bv=0", map,
                    catalog);
            case "xstate-bv-bit-63" ->
                field("xstate_bv", map).flatMap(field -> set("Clear bit 63 of XSTATE_BV",
                        "xstate_bv=0x" + field.value().clearBit(63).toString(16), map, catalog));
            case "sigframe-xfeatures-lack-component" -> field("xfeatures", map)
                    .flatMap(
                            room -> field("xstate_bv", map).flatMap(bv -> set("Set the bits in xfeatures too",
                                    "xfeatures=0x" + room.value().or(bv.value().clearBit(63)).toString(16),
                                    map, catalog)));
            case "init-with-other-bytes" -> component(finding, map).map(part -> new FindingFix(
                    "Write the initial bytes of " + part.name(),
                    List.of(new ImageEdit.Init(part.component().getAsInt()))));
            case "in-use-with-init-bytes" -> component(finding, map).map(part -> new FindingFix(
                    "Clear XSTATE_BV[%d] of %s".formatted(part.component().getAsInt(), part.name()),
                    List.of(new ImageEdit.NotInUse(part.component().getAsInt()))));
            case "component-value-refused", "component-initialised-on-load" -> component(finding, map)
                    .map(part -> new FindingFix("Make %s initial; its value is lost".formatted(part.name()),
                            List.of(new ImageEdit.Init(part.component().getAsInt()))));
            default -> Optional.empty();
        };
    }

    private static Optional<FindingFix> mxcsr(ImageMap map, FeatureCatalog catalog) {
        return field("mxcsr", map).flatMap(value -> {
            long stored = field("mxcsr_mask", map).map(mask -> mask.value().longValue()).orElse(0L);
            long allowed = value.value().longValue() & (stored == 0 ? DEFAULT_MXCSR_MASK : stored);
            return set("Clear the reserved bits: MXCSR %x".formatted(allowed), "mxcsr=" + allowed, map,
                    catalog);
        });
    }

    private static Optional<DecodedField> field(String name, ImageMap map) {
        return map.field(name).flatMap(ImageMap.Place::field).map(ImageMap.Field::decoded);
    }

    private static FindingFix zero(String label, int from, int to) {
        return new FindingFix(label, List.of(new ImageEdit.Bytes(from, new byte[to - from])));
    }

    private static Optional<FindingFix> set(String label, String text, ImageMap map, FeatureCatalog catalog) {
        return new EditText(catalog).parse(map, text) instanceof EditText.Parsed.Valid valid
                ? Optional.of(new FindingFix(label, List.of(valid.edit())))
                : Optional.empty();
    }

    private static Optional<ImageMap.Part> component(Finding finding, ImageMap map) {
        return FindingPlace.of(finding, map, OptionalLong.empty())
                .flatMap(span -> map.parts().stream()
                        .filter(part -> part.component().isPresent()
                                && part.span().filter(own -> own.overlaps(span)).isPresent())
                        .findFirst());
    }
}
