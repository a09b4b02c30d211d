package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xstate.analysis.layout.ComponentFacts;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Hole;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/** A layout for people: what it is, a map, then one line for each component. */
public final class LayoutText {

    private final CpuLayout entry;
    private final FeatureCatalog catalog;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private LayoutText(CpuLayout entry, FeatureCatalog catalog, Style style) {
        this.entry = entry;
        this.catalog = catalog;
        this.style = style;
    }

    public static List<String> lines(CpuLayout entry, FeatureCatalog catalog, Style style) {
        LayoutText text = new LayoutText(entry, catalog, style);
        text.write();
        return text.lines;
    }

    private void write() {
        heading();
        entry.layout().ifPresent(layout -> {
            lines.add("");
            LayoutMap.lines(layout, catalog)
                    .forEach(line -> lines.add(("  " + line).stripTrailing()));
            table(layout).forEach(lines::add);
            holes(layout);
        });
        lines.addAll(FindingText.lines(entry.findings(), "  ", style));
    }

    private void heading() {
        StringBuilder line = new StringBuilder(style.bold(entry.name()));
        entry.identity().family().ifPresent(family -> line
                .append(" (").append(hex(family)).append('/').append(hex(entry.identity().model().orElse(0)))
                .append(')'));
        if (!entry.label().equals(entry.name())) {
            line.append("   ").append(entry.label());
        }
        lines.add(line.toString());
        if (entry.cpu().isEmpty()) {
            return;
        }
        XsaveCpu cpu = entry.cpu().get();
        XsaveLayout layout = entry.layout().orElseThrow();
        lines.add("XCR0 " + entry.xcr0() + "  XSS " + entry.xss() + "   " + layout.format().word()
                + ", "
                + (entry.size().isPresent() ? "" : "at least ") + Numbers.grouped(layout.size()) + " bytes ("
                + against(cpu, layout) + ")");
        lines.add(style.dim(instructions(cpu)));
    }

    /** What CPUID says against what is computed. */
    private String against(XsaveCpu cpu, XsaveLayout layout) {
        if (layout.isCompacted()) {
            return cpu.compactedSize().isEmpty()
                    ? "CPUID gives no compacted size"
                    : "CPUID: " + Numbers.grouped(cpu.compactedSize().getAsInt())
                            + " for what was enabled when it ran";
        }
        if (cpu.maxStandardSize().isEmpty()) {
            return "CPUID gives no size";
        }
        return "CPUID: " + Numbers.grouped(cpu.maxStandardSize().getAsInt())
                + (entry.xcr0().equals(cpu.xcr0()) ? "" : " with everything");
    }

    /** As the SDM writes families and models: {@code 19h}. */
    private static String hex(int value) {
        String digits = Integer.toHexString(value).toUpperCase(Locale.ROOT);
        return (digits.length() < 2 ? "0" : "") + digits + "h";
    }

    private static String instructions(XsaveCpu cpu) {
        return String.join(" ", cpu.features().names()) + "   enumerated: XCR0 " + cpu.xcr0() + "  XSS "
                + cpu.xss();
    }

    private List<String> table(XsaveLayout layout) {
        Table table = new Table(">id", "name", "kind", ">offset", ">size", ">align", "switched by", "XFD",
                "init");
        XFeatureMask asked = entry.xcr0().or(entry.xss()).or(XFeatureMask.LEGACY);
        for (ComponentFacts facts : ComponentFacts.of(entry, catalog)) {
            if (asked.has(facts.number())) {
                table.row(Integer.toString(facts.number()), facts.name(),
                        (facts.supervisor()
                                ? XFeatureDescriptor.Kind.SUPERVISOR
                                : XFeatureDescriptor.Kind.USER)
                                .word(),
                        layout.placement(facts.number()).map(p -> Integer.toString(p.offset())).orElse("-"),
                        facts.info().map(i -> Integer.toString(i.size())).orElse("?"),
                        facts.info().filter(ComponentInfo::align64).map(i -> "64").orElse(""),
                        facts.switchedBy(),
                        facts.info().filter(ComponentInfo::xfd).map(i -> "yes").orElse(""),
                        facts.init());
            }
        }
        return table.lines("  ", style);
    }

    private void holes(XsaveLayout layout) {
        for (Hole hole : layout.holes()) {
            lines.add(style.dim("  hole      " + hole.offset() + ".."
                    + (hole.offset() + hole.size() - 1) + ", " + hole.size() + " bytes"));
        }
    }
}
