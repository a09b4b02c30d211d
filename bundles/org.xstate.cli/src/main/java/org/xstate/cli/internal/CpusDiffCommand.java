package org.xstate.cli.internal;

import java.util.Optional;

import org.xstate.analysis.json.CpusJson;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.CpuSource;
import org.xstate.analysis.layout.LayoutPicture;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.text.MigrationText;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.Migration;
import org.xstate.layout.cpu.XsaveCpu;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate cpus diff A B}. */
final class CpusDiffCommand {

    private record Named(String name, CpuLayout entry) {

        private XsaveCpu cpu() {
            return entry.cpu().orElseThrow();
        }
    }

    CommandSpec spec() {
        CommandSpec spec = Options.spec("diff",
                "Tells whether an image saved on CPU A can be restored on CPU B, what is lost and what faults.",
                Options.operand(0, "A", "The CPU that saved: a known CPU, a CPUID dump, or host."),
                Options.operand(1, "B", "The CPU that restores."),
                Options.value("--xcr0", "MASK",
                        "XCR0 of B while it restores; without: everything that B enumerates."),
                Options.value("--xss", "MASK", "IA32_XSS of B; without: everything that B enumerates."),
                Options.value("--svg", "FILE", "Also draw both CPUs' areas, to scale, into an SVG file."),
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
            MigrationText.lines(from.name(), to.name(), migration, session.style())
                    .forEach(session.out()::println);
        }
        Options.text(parsed, "--svg").ifPresent(file -> OutputFiles.write(file, PictureSvg.document(
                LayoutPicture.of(from.entry(), to.entry().with(migration.xcr0(), migration.xss()), migration,
                        session.catalog(), LayoutPicture.WIDTH))));
        return failOn.exitCode(migration.findings());
    }

    private static Named cpu(String name, Session session) {
        Optional<CpuProfile> profile = CpuProfiles.find(name);
        LayoutReport report = profile.isPresent()
                ? new CpuSource.Known(profile.get()).load().report(LayoutQuestion.EVERYTHING,
                        session.catalog())
                : CpuSources.fileOrHost(name, LayoutQuestion.EVERYTHING, session);
        return new Named(profile.map(CpuProfile::id).orElse(name), report.cpus().stream()
                .filter(cpu -> cpu.cpu().isPresent()).findFirst()
                .orElseThrow(() -> CpuSources.unusable(report)));
    }
}
