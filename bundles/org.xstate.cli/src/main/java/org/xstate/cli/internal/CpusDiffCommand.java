package org.xstate.cli.internal;

import java.util.Optional;

import org.xstate.analysis.json.CpusJson;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Style;
import org.xstate.analysis.text.Table;
import org.xstate.api.XFeatureMask;
import org.xstate.cli.ExitCode;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.Migration;
import org.xstate.layout.cpu.XsaveCpu;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate cpus diff A B}. */
final class CpusDiffCommand {

    private record Named(String name, XsaveCpu cpu) {
    }

    CommandSpec spec() {
        CommandSpec spec = Options.spec("diff",
                "Tells whether an image saved on CPU A can be restored on CPU B, what is lost and what faults.",
                Options.operand(0, "A", "The CPU that saved: a known CPU, a CPUID dump, or host."),
                Options.operand(1, "B", "The CPU that restores."),
                Options.value("--xcr0", "MASK",
                        "XCR0 of B while it restores; without: everything that B enumerates."),
                Options.value("--xss", "MASK", "IA32_XSS of B; without: everything that B enumerates."),
                Options.flag("--json", "One JSON document (xstate/cpus-diff/1)."), FailOn.option());
        spec.usageMessage().footer("", "next: xstate cpus diff zen4 skylake-sp --xcr0 0xe7");
        return spec;
    }

    int run(ParseResult parsed, Session session) {
        Named from = cpu(parsed.matchedPositionalValue(0, ""), session);
        Named to = cpu(parsed.matchedPositionalValue(1, ""), session);
        Migration migration = Migration.check(from.cpu(), to.cpu(),
                Options.mask(parsed, "--xcr0").orElse(to.cpu().xcr0()),
                Options.mask(parsed, "--xss").orElse(to.cpu().xss()), session.catalog());
        FailOn failOn = FailOn.of(parsed);
        if (Options.isSet(parsed, "--json")) {
            session.out().println(CpusJson.migration(from.name(), to.name(), migration));
        } else {
            print(from, to, migration, session);
        }
        return failOn.exitCode(migration.findings());
    }

    private static Named cpu(String name, Session session) {
        Optional<CpuProfile> profile = CpuProfiles.find(name);
        if (profile.isPresent()) {
            return new Named(profile.get().id(), profile.get().read(session.catalog()).cpu().orElseThrow());
        }
        LayoutReport report = CpuSources.fileOrHost(name, LayoutQuestion.EVERYTHING, session);
        return new Named(name, report.cpus().stream().flatMap(cpu -> cpu.cpu().stream()).findFirst()
                .orElseThrow(() -> CpuSources.unusable(report)));
    }

    private static void print(Named from, Named to, Migration migration, Session session) {
        Style style = session.style();
        String verdict = switch (migration.verdict()) {
            case SAME -> style.good("SAME LAYOUT") + "  the image can be taken over as it is";
            case REWRITE ->
                style.warning("REWRITE") + "      every component can be kept, but not at the same bytes";
            case LOSES -> style.error("LOSES STATE") + "  a component that is in use cannot be restored";
        };
        session.out().println(verdict);
        session.out().println("             %s -> %s with XCR0 %s  XSS %s".formatted(from.name(), to.name(),
                migration.xcr0(), migration.xss()));
        session.out().println();
        Table table = new Table(">id", "name", "kind", "on A", "on B", "verdict");
        for (Migration.Component component : migration.components()) {
            table.row(Integer.toString(component.number()), component.name(),
                    component.user() ? "user" : "supervisor",
                    place(component.from(), component.user()), place(component.to(), component.user()),
                    component.verdict().word());
        }
        table.lines("  ", style).forEach(session.out()::println);
        FindingText.lines(migration.findings(), "  ", session.style()).forEach(session.out()::println);
    }

    private static String place(Optional<ComponentInfo> info, boolean user) {
        return info
                .map(i -> user ? "%d at %d".formatted(i.size(), i.offset()) : "%d bytes".formatted(i.size()))
                .orElse("-");
    }
}
