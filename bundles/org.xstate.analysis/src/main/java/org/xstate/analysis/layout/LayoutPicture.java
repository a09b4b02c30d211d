package org.xstate.analysis.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.Migration;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * XSAVE areas drawn to scale: strips, the standard format above the compacted one and a line from each component's place to
 * its other place, and below maps whose rows are 64 bytes of memory, where alignment and the smallest components can be seen.
 */
public final class LayoutPicture {

    /** Width of pictures for documents, in units. */
    public static final double WIDTH = 1032;
    static final double MARGIN = 16;
    /** Below, names of components have no room. */
    private static final double NARROWEST = 500;
    /** Of a map of rows, with what stands beside it. */
    private static final double MAP = 500;
    private static final double SECTION = 28;
    private static final String SEPARATOR = "/";

    private final FeatureCatalog catalog;
    /** Of the strips. */
    private final double width;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private double y = MARGIN;

    private LayoutPicture(FeatureCatalog catalog, double width) {
        this.catalog = catalog;
        this.width = Math.max(NARROWEST, width - 2 * MARGIN);
    }

    /**
     * All given CPUs, one below the other; those of which nothing is known are left out.
     *
     * @param width that the picture has, in units; one too narrow to be read is wider
     */
    public static Picture of(List<CpuLayout> cpus, FeatureCatalog catalog, double width) {
        LayoutPicture picture = new LayoutPicture(catalog, width);
        int number = 0;
        for (CpuLayout entry : cpus) {
            if (entry.cpu().isPresent()) {
                picture.single(entry, entry.cpu().get(), number == 0 ? "" : number + ":");
                number++;
            }
        }
        return picture.made(
                "XSAVE area layout: " + cpus.stream().map(CpuLayout::name).collect(Collectors.joining("; ")));
    }

    /**
     * Two CPUs: their standard areas one above the other, then their compacted ones. What differs has a thick outline and the
     * sign ≠ behind its name; what one of them lacks says so.
     *
     * @param migration what was found out about moving images from the first to the second
     * @param width     that the picture has, in units; one too narrow to be read is wider
     */
    public static Picture of(CpuLayout from, CpuLayout to, Migration migration, FeatureCatalog catalog,
            double width) {
        LayoutPicture picture = new LayoutPicture(catalog, width);
        picture.pair(from, to, migration);
        return picture.made("XSAVE area layouts of %s and %s".formatted(from.name(), to.name()));
    }

    /** The component that an item of such a picture is about; empty for headers, holes and what is no item. */
    public static OptionalInt component(String item) {
        String last = item.substring(item.lastIndexOf(SEPARATOR) + 1);
        return last.matches("\\d+") ? OptionalInt.of(Integer.parseInt(last)) : OptionalInt.empty();
    }

    /** The items about a component, in the order in which they are drawn. */
    public static List<Item> about(Picture picture, int component) {
        return picture.items().stream()
                .filter(item -> component(item.id()).equals(OptionalInt.of(component))).toList();
    }

    private Picture made(String title) {
        return new Picture(width + 2 * MARGIN, y, title, shapes, items);
    }

    private void single(CpuLayout entry, XsaveCpu cpu, String prefix) {
        Formats formats = Formats.of(cpu, entry.xcr0(), entry.xss());
        title(entry.name());
        AreaStrips strips = new AreaStrips(shapes, items, catalog, Set.of(), width);
        y = strips.draw(y, area(prefix + "strip/standard", "standard format", formats.standard(), cpu,
                "XCR0 " + entry.xcr0()),
                area(prefix + "strip/compacted", "compacted format", formats.compacted(), cpu,
                        "XCR0 " + entry.xcr0() + ", XSS " + entry.xss()));
        y += SECTION;
        quiet("Rows of 64 bytes; offsets in bytes at the left; hatched: no component.");
        AreaRows rows = new AreaRows(shapes, items, catalog);
        double end = rows.draw(MARGIN, y,
                area(prefix + "map/standard", "standard format", formats.standard(), cpu, ""));
        boolean beside = width >= 2 * MAP;
        y = Math.max(end, rows.draw(beside ? MARGIN + MAP : MARGIN, beside ? y : end + SECTION,
                area(prefix + "map/compacted", "compacted format", formats.compacted(), cpu, ""))) + SECTION;
    }

    private void pair(CpuLayout from, CpuLayout to, Migration migration) {
        XsaveCpu source = from.cpu().orElseThrow();
        XsaveCpu target = to.cpu().orElseThrow();
        Formats a = Formats.of(source, from.xcr0(), from.xss());
        Formats b = Formats.of(target, to.xcr0(), to.xss());
        title("%s above, %s below".formatted(from.name(), to.name()));
        for (XsaveLayout.Format format : XsaveLayout.Format.values()) {
            Set<Integer> different = different(a.layout(format), b.layout(format));
            AreaStrips strips = new AreaStrips(shapes, items, catalog, different, width);
            String word = format.word();
            y = strips.draw(y,
                    area("a/" + word, from.name() + ", " + word + " format", a.layout(format), source,
                            masks(from, format)),
                    area("b/" + word, to.name() + ", " + word + " format", b.layout(format), target,
                            masks(to, format)));
            y += SECTION;
        }
        quiet("≠ and a thick outline: not the same offset and size on both, or on one only. Verdict of the move: "
                + migration.verdict().word() + ".");
        y += SECTION;
    }

    private static String masks(CpuLayout entry, XsaveLayout.Format format) {
        return format == XsaveLayout.Format.STANDARD
                ? "XCR0 " + entry.xcr0()
                : "XCR0 " + entry.xcr0() + ", XSS " + entry.xss();
    }

    private static Set<Integer> different(XsaveLayout a, XsaveLayout b) {
        Set<Integer> different = new HashSet<>();
        a.mask().or(b.mask()).numbers().filter(number -> !a.placement(number).equals(b.placement(number)))
                .forEach(different::add);
        return different;
    }

    private static AreaStrips.Area area(String id, String name, XsaveLayout layout, XsaveCpu cpu,
            String masks) {
        return new AreaStrips.Area(id, name, layout, cpu, masks);
    }

    private void title(String text) {
        shapes.add(new Shape.Text(MARGIN, y + 14, text, Shape.Face.TITLE, Ink.TEXT, Shape.Anchor.START));
        y += 26;
    }

    private void quiet(String text) {
        shapes.add(new Shape.Text(MARGIN, y, text, Shape.Face.SMALL, Ink.QUIET_TEXT, Shape.Anchor.START));
        y += 12;
    }
}
