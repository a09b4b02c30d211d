package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.Migration;

/** What comes of moving images from one CPU to another, for people. */
public final class MigrationText {

    private MigrationText() {
    }

    /** @param from name of the CPU that saved @param to of the one that restores */
    public static List<String> lines(String from, String to, Migration migration, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(switch (migration.verdict()) {
            case SAME -> style.good("SAME LAYOUT") + "  " + sentence(migration.verdict());
            case REWRITE -> style.warning("REWRITE") + "      " + sentence(migration.verdict());
            case LOSES -> style.error("LOSES STATE") + "  " + sentence(migration.verdict());
        });
        lines.add("             %s -> %s with XCR0 %s  XSS %s".formatted(from, to, migration.xcr0(),
                migration.xss()));
        lines.add("");
        Table table = new Table(">id", "name", "kind", "on A", "on B", "verdict");
        for (Migration.Component component : migration.components()) {
            table.row(Integer.toString(component.number()), component.name(),
                    component.user() ? "user" : "supervisor",
                    place(component.from(), component.user()), place(component.to(), component.user()),
                    component.verdict().word());
        }
        lines.addAll(table.lines("  ", style));
        lines.addAll(FindingText.lines(migration.findings(), "  ", style));
        return lines;
    }

    /** What a verdict means. */
    public static String sentence(Migration.Verdict verdict) {
        return switch (verdict) {
            case SAME -> "the image can be taken over as it is";
            case REWRITE -> "every component can be kept, but not at the same bytes";
            case LOSES -> "a component that is in use cannot be restored";
        };
    }

    /** {@code 256 at 576}; a supervisor component has a place in the compacted format only. */
    public static String place(Optional<ComponentInfo> info, boolean user) {
        return info
                .map(i -> user ? "%d at %d".formatted(i.size(), i.offset()) : "%d bytes".formatted(i.size()))
                .orElse("-");
    }
}
