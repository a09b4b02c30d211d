package org.xstate.analysis.image;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Pattern NAMED = Pattern.compile("\\(component (\\d+)\\)");
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
            case "core-fpregs-mxcsr" -> fromNote(finding, map, catalog);
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
            case "init-with-other-bytes" -> made("Write the initial bytes of %s", components(finding, map));
            case "component-value-refused", "component-initialised-on-load" -> made(
                    "Make %s initial; the value is lost", components(finding, map));
            default -> Optional.empty();
        };
    }

    /** The thread's other note was filled from the registers themselves. */
    private static Optional<FindingFix> fromNote(Finding finding, ImageMap map, FeatureCatalog catalog) {
        EditText fields = new EditText(catalog);
        List<ImageEdit> edits = finding.values().entrySet().stream()
                .filter(value -> map.field(value.getKey()).isPresent())
                .flatMap(value -> fields.parse(map,
                        value.getKey() + "=" + value.getValue()) instanceof EditText.Parsed.Valid valid
                                ? Stream.of(valid.edit())
                                : Stream.empty())
                .toList();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new FindingFix("Take MXCSR and its mask from the FXSAVE note", edits));
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

    /** Every component that the finding names; else the one that its bytes lie in. */
    private static List<ImageMap.Part> components(Finding finding, ImageMap map) {
        List<ImageMap.Part> named = NAMED.matcher(finding.message()).results()
                .flatMap(result -> map.component(Integer.parseInt(result.group(1))).stream()).toList();
        return !named.isEmpty()
                ? named
                : FindingPlace.of(finding, map, OptionalLong.empty()).stream()
                        .flatMap(span -> map.parts().stream().filter(part -> part.component().isPresent()
                                && part.span().filter(own -> own.overlaps(span)).isPresent()).limit(1))
                        .toList();
    }

    private static Optional<FindingFix> made(String label, List<ImageMap.Part> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new FindingFix(
                        label.formatted(
                                parts.stream().map(ImageMap.Part::name).collect(Collectors.joining(", "))),
                        parts.stream()
                                .map(part -> (ImageEdit) new ImageEdit.Init(part.component().orElseThrow()))
                                .toList()));
    }
}
