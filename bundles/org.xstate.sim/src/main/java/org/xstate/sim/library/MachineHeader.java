package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;

/**
 * Writes {@code hardware/machine.h}: what the library's text has to know of the processor, as constants and tables of
 * model C. Numbers come from CPUID, names from the xfeatures' providers.
 */
public final class MachineHeader {

    private static final int LINE = 100;

    private final Processor processor;
    private final ImageMap map;
    private final int[] components;
    private final StringBuilder out = new StringBuilder();

    private MachineHeader(ImageMap map) {
        this.processor = map.processor();
        this.map = map;
        this.components = processor.features().numbers().toArray();
    }

    /** The text; equal input gives equal text. */
    public static String of(ImageMap map) {
        return new MachineHeader(map).text();
    }

    private String text() {
        out.append("""
                /*
                 * The processor of the scenario: %s, with %s enabled.
                 * Made from its CPUID; the tables hold the layouts that XSAVE images can have here.
                 */

                """.formatted(processor.name(), processor.enabled()));
        features();
        masks();
        knobs();
        componentTables();
        partTables();
        layoutTables();
        cellTables();
        out.append(PolicyTables.of(processor, map));
        return out.toString();
    }

    /** The kernel's names first: a trace shows the first name of a value. */
    private void features() {
        Set<String> names = new TreeSet<>();
        List<String> constants = new ArrayList<>();
        FeatureCatalog catalog = processor.catalog();
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            add(feature.linuxName(), feature.number(), names, constants);
        }
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            add(feature.name(), feature.number(), names, constants);
        }
        out.append("enum xfeature {\n");
        constants.forEach(constant -> out.append('\t').append(constant).append(",\n"));
        out.append("};\n\n");
    }

    private static void add(String name, int number, Set<String> names, List<String> constants) {
        String constant = "XFEATURE_" + name.replaceAll("[^A-Za-z0-9_]", "_");
        if (names.add(constant)) {
            constants.add(constant + " = " + number);
        }
    }

    private void masks() {
        define("XFEATURE_BITS", highest(processor.enabled()) + 1);
        define("XCR0", processor.xcr0());
        define("XSS", processor.xss());
        define("KERNEL_FEATURES", processor.kernelFeatures());
        define("ENABLED_FEATURES", processor.enabled());
        define("DEFAULT_FEATURES", processor.defaultFeatures());
        define("DYNAMIC_FEATURES", processor.dynamicFeatures());
        define("XFEATURES_XFD", processor.xfd());
        define("GUEST_ONLY_FEATURES", processor.having(RestorePolicy.GuestOnly.class));
        define("INDEPENDENT_FEATURES", processor.having(RestorePolicy.Independent.class));
        define("KERNEL_INIT_FEATURES", processor.initialByKernel());
        define("CPU_HAS_XSAVEOPT", processor.cpu().features().xsaveopt() ? 1 : 0);
        define("CPU_HAS_XSAVEC", processor.cpu().features().xsavec() ? 1 : 0);
        define("CPU_HAS_XSAVES", processor.cpu().features().xsaves() ? 1 : 0);
        out.append('\n');
    }

    private void knobs() {
        List<String> instructions = new ArrayList<>(SaveInstruction.constants());
        choice("what the kernel saves its tasks' state with", "xsave_instruction",
                processor.save().constant(),
                instructions);
        define("COMPACTED_FORMAT", processor.save().isCompacted() ? 1 : 0);
        boolean intel = processor.cpu().identity().isIntel();
        choice("""
                in use exactly when not initial; from a load or write on until initialised; any that is allowed
                 * (AMD: exact, Intel: sticky, both measured in user mode)""",
                "xinuse_tracking",
                intel ? "XINUSE_STICKY" : "XINUSE_EXACT",
                List.of("XINUSE_EXACT", "XINUSE_STICKY", "XINUSE_ANY"));
        out.append("/* whether there are images of the standard format: signal frames, ptrace buffers */\n");
        out.append("knob_flag(standard_images, ").append(processor.standardImages()).append(");\n\n");
        out.append("/* whether components are saved one by one, or only by all that an image has */\n");
        out.append("knob_flag(partial_images, ").append(processor.partialImages()).append(");\n\n");
    }

    private void choice(String comment, String name, String first, List<String> values) {
        List<String> ordered = new ArrayList<>(values);
        ordered.remove(first);
        ordered.addFirst(first);
        out.append("/* ").append(comment).append(" */\n");
        out.append("knob(").append(name).append(", ").append(String.join(", ", ordered)).append(");\n\n");
    }

    private void componentTables() {
        define("NR_COMPONENTS", components.length);
        define("ALL_COMPONENTS", (1 << components.length) - 1);
        table("component_number", "u8", components.length, i -> number(components[i]));
        table("component_bit", "u64", components.length, i -> bit(components[i]));
        table("component_index", "u8", highest(processor.catalog().mask()) + 1,
                f -> number(index(f)));
        table("component_part", "u8", components.length + 1, this::firstPart);
        table("component_size", "u16", components.length,
                i -> number(info(components[i]).size()));
        table("component_by_content", "bool", components.length, i -> number(byContent(components[i])));
        int[] disableable = processor.xfd().numbers().map(this::index).toArray();
        int first = disableable.length == 0 ? 0 : disableable[0];
        define("XFD_FIRST", first);
        define("XFD_BITS", disableable.length == 0 ? 1 : disableable[disableable.length - 1] - first + 1);
        int[] extended = processor.extended().numbers().toArray();
        define("NR_EXTENDED", extended.length);
        table("extended_bit", "u64", Math.max(1, extended.length),
                i -> i < extended.length ? bit(extended[i]) : "0");
    }

    private ComponentInfo info(int component) {
        return processor.cpu().component(component).orElseThrow();
    }

    private int index(int component) {
        int index = java.util.Arrays.binarySearch(components, component);
        return index < 0 ? components.length : index;
    }

    private String firstPart(int i) {
        return number(i == components.length
                ? map.parts().size()
                : (int) map.parts().stream().filter(part -> part.component() < components[i]).count());
    }

    private int byContent(int component) {
        return processor.catalog()
                .registerBehaviour(component, info(component).size(), org.xstate.api.AddressWidths.WIDEST)
                .tracksByContent() ? 1 : 0;
    }

    private void partTables() {
        List<Part> parts = map.parts();
        define("NR_PARTS", parts.size());
        int mxcsr = (int) parts.stream().takeWhile(part -> !part.isMxcsr()).count();
        define("HAS_MXCSR", mxcsr < parts.size() ? 1 : 0);
        define("MXCSR_PART", mxcsr < parts.size() ? mxcsr : 0);
        table("part_offset", "s16", parts.size(), i -> number(parts.get(i).offset()));
        table("part_size", "u16", parts.size(), i -> number(parts.get(i).size()));
        table("part_init_is_zero", "bool", parts.size(), i -> number(parts.get(i).zeroInit()));
        table("part_is_mxcsr", "bool", parts.size(), i -> number(parts.get(i).isMxcsr()));
        table("part_is_legacy", "bool", parts.size(), i -> number(parts.get(i).isLegacy()));
    }

    private void layoutTables() {
        out.append("#define NOWHERE (-1)\n");
        int layouts = map.layouts().size();
        define("STANDARD_LAYOUT", map.standardLayout());
        matrix("component_offset", "s16", layouts, components.length,
                (layout, i) -> offset(map.layouts().get(layout), components[i]));
        matrix("place_of", "s16", layouts, map.parts().size(),
                (layout, i) -> map.place(layout, map.parts().get(i)).orElse(-1));
        out.append("#define IMAGE_BYTES ")
                .append(map.layouts().stream().mapToInt(XsaveLayout::size).max().orElseThrow())
                .append("\n\n");
    }

    private static int offset(XsaveLayout layout, int component) {
        return layout.placement(component).map(Placement::offset).orElse(-1);
    }

    /** Without a component that images hold there is one cell, which nobody uses: model C has no empty arrays. */
    private void cellTables() {
        List<ImageMap.Cell> cells = map.cells().isEmpty() ? List.of(new ImageMap.Cell(0, 0)) : map.cells();
        define("NR_CELLS", cells.size());
        table("cell_start", "u16", cells.size(), i -> number(cells.get(i).begin()));
        table("cell_end", "u16", cells.size(), i -> number(cells.get(i).end()));
        List<ImageMap.Piece> pieces = map.pieces();
        define("NR_PIECES", pieces.size());
        table("piece_part", "u8", pieces.size() + 1, i -> i == 0 ? "0" : number(pieces.get(i - 1).part()));
        table("piece_offset", "u16", pieces.size() + 1,
                i -> i == 0 ? "0" : number(pieces.get(i - 1).offset()));
        List<ImageMap.Place> places = map.places();
        table("place_offset", "u16", Math.max(1, places.size()),
                i -> number(places.isEmpty() ? 0 : places.get(i).offset()));
        table("part_first_place", "u16", map.parts().size() + 1,
                i -> number((int) places.stream().filter(place -> place.part() < i).count()));
        List<ImageMap.Covered> run = places.stream().flatMap(place -> place.run().stream()).toList();
        table("place_first", "u16", places.size() + 1,
                i -> number(places.subList(0, i).stream().mapToInt(place -> place.run().size()).sum()));
        table("run_cell", "u8", Math.max(1, run.size()), i -> number(run.isEmpty() ? 0 : run.get(i).cell()));
        table("run_piece", "u16", Math.max(1, run.size()),
                i -> number(run.isEmpty() ? 0 : run.get(i).piece()));
    }

    private static int highest(XFeatureMask mask) {
        return 63 - Long.numberOfLeadingZeros(mask.bits());
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    private static String number(boolean value) {
        return value ? "1" : "0";
    }

    private static String bit(int number) {
        return new XFeatureMask(1L << number) + "ULL";
    }

    private void define(String name, int value) {
        out.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private void define(String name, XFeatureMask value) {
        out.append("#define ").append(name).append(' ').append(value).append("ULL\n");
    }

    private void table(String name, String type, int length, IntFunction<String> value) {
        out.append("static const ").append(type).append(' ').append(name).append('[').append(length)
                .append("] = {\n");
        wrapped(IntStream.range(0, length).mapToObj(value).toList());
        out.append("};\n");
    }

    private interface Cell {
        int at(int row, int column);
    }

    private void matrix(String name, String type, int rows, int columns, Cell cell) {
        out.append("static const ").append(type).append(' ').append(name).append('[').append(rows)
                .append("][")
                .append(columns).append("] = {\n");
        for (int row = 0; row < rows; row++) {
            int fixed = row;
            StringJoiner line = new StringJoiner(", ", "\t{ ", " },\n");
            IntStream.range(0, columns).forEach(column -> line.add(number(cell.at(fixed, column))));
            out.append(line);
        }
        out.append("};\n");
    }

    private void wrapped(List<String> values) {
        StringBuilder line = new StringBuilder("\t");
        for (String value : values) {
            if (line.length() + value.length() > LINE) {
                out.append(line.toString().stripTrailing()).append('\n');
                line.setLength(1);
            }
            line.append(value).append(", ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
