package org.xstate.analysis.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.xstate.analysis.diff.DiffReport;
import org.xstate.analysis.image.ImageMap;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.layout.image.ImageDiff;

/** Two inputs compared, for people: the verdict first, then field by field. */
public final class DiffText {

    private static final int LONG = 24;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final FeatureCatalog catalog;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private DiffText(FeatureCatalog catalog, Style style) {
        this.catalog = catalog;
        this.style = style;
    }

    public static List<String> lines(DiffReport report, FeatureCatalog catalog, Style style) {
        DiffText text = new DiffText(catalog, style);
        text.print(report);
        return List.copyOf(text.lines);
    }

    /** The verdict alone, as the first line of the text has it. */
    public static String verdict(DiffReport report, Style style) {
        long different = report.pairs().stream().filter(pair -> !pair.diff().sameMeaning()).count();
        if (report.identical()) {
            return style.good("IDENTICAL") + "     nothing differs";
        }
        return report.sameMeaning()
                ? style.good("SAME MEANING") + "  only the representation differs"
                : style.error("DIFFERENT") + "     %s of %s".formatted(different,
                        report.pairs().size() == 1 ? "1 pair" : report.pairs().size() + " pairs");
    }

    /** The bytes of one image that the other has not, by what they belong to. @param name which image */
    public static List<String> bytes(String name, ImageMap map, BitSet different, Style style) {
        List<String> lines = new ArrayList<>(List.of(style.bold(name) + "  "
                + (different.isEmpty()
                        ? "no byte differs"
                        : "bytes that differ: " + different.cardinality())));
        int from = different.nextSetBit(0);
        while (from >= 0) {
            Optional<ImageMap.Place> place = map.at(from);
            int to = from;
            while (different.get(to + 1) && map.at(to + 1).equals(place)) {
                to++;
            }
            lines.add("  %5d to %5d  %s".formatted(from, to, place.map(one -> one.part().name()
                    + one.field().map(field -> " " + field.decoded().name()).orElse("")).orElse(""))
                    .stripTrailing());
            from = different.nextSetBit(to + 1);
        }
        return lines;
    }

    private void print(DiffReport report) {
        lines.add(verdict(report, style));
        lines.add("              A %s   B %s".formatted(report.left(), report.right()));
        if (report.pairs().size() > 1 || !report.leftOnly().isEmpty() || !report.rightOnly().isEmpty()) {
            lines.add("              images are compared in file order");
        }
        report.pairs().forEach(this::pair);
        only("A", report.leftOnly());
        only("B", report.rightOnly());
        lines.addAll(FindingText.lines(report.findings(), "  ", style));
    }

    private void only(String side, List<String> labels) {
        if (!labels.isEmpty()) {
            lines.add("");
            lines.add("only in %s: %s".formatted(side, String.join(", ", labels)));
        }
    }

    private void pair(DiffReport.Pair pair) {
        ImageDiff diff = pair.diff();
        lines.add("");
        lines.add(style.bold(pair.left().equals(pair.right())
                ? pair.left()
                : pair.left() + " / " + pair.right())
                + (diff.sameMeaning() ? "  same meaning" : "  different"));
        if (!diff.semantic().isEmpty()) {
            Table table = new Table("component", "field", "A", "B");
            diff.semantic().forEach(f -> table.row(f.component(), f.field(), value(f, f.left(), catalog),
                    value(f, f.right(), catalog)));
            lines.addAll(table.lines("  ", style));
        }
        if (!diff.representational().isEmpty()) {
            lines.add(style.dim("  in representation only"));
            Table table = new Table("what", "A", "B");
            diff.representational()
                    .forEach(r -> table.row(r.what(), shortened(r.left()), shortened(r.right())));
            table.lines("    ", style).stream().skip(1).forEach(lines::add);
        }
    }

    /** A value for people, who read control and status words in hexadecimal, as decode prints them. */
    public static String value(ImageDiff.FieldDifference field, String value, FeatureCatalog catalog) {
        boolean vector = catalog.descriptor(field.number()).stream()
                .flatMap(descriptor -> descriptor.fields().stream())
                .anyMatch(f -> f.name().equals(field.field()) && f.style() == FieldDescriptor.Style.BYTES);
        return field.number() <= 1 && !vector && DIGITS.matcher(value).matches()
                ? DecodeText.controlWord(new BigInteger(value))
                : shortened(value);
    }

    /** A 512-bit register in full does not fit a line; JSON has it. */
    private static String shortened(String value) {
        return value.length() <= 2 * LONG
                ? value
                : value.substring(0, LONG) + "..." + value.substring(value.length() - 8);
    }
}
