package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.analysis.json.Json;
import org.xstate.analysis.json.LintJson;
import org.xstate.analysis.json.Sarif;
import org.xstate.analysis.lint.Checks;
import org.xstate.analysis.lint.LintReport;
import org.xstate.analysis.lint.LintTarget;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Style;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;
import org.xstate.cli.ExitCode;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidDocument;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate lint}. */
final class LintCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("lint",
                "Says what is wrong with the images in a file: whether XRSTOR or XRSTORS would fault and why, what a "
                        + "restore would lose, values known to be wrong, and what misleads other tools.",
                Options.operands("FILE", 1,
                        "What to check: core, signal frame, ptrace or KVM dump, raw image."));
        for (var option : CpuSources
                .options("The CPU that is to restore the images; without: only what holds on every CPU")) {
            spec.add(option);
        }
        spec.add(Options.value("--xcr0", "MASK",
                "XCR0 while it restores; without: everything that the CPU enumerates."));
        spec.add(Options.value("--xss", "MASK", "IA32_XSS while it restores; without: the same."));
        spec.add(Images.kind());
        spec.add(Options.flag("--json", "One JSON document for each file (xstate/lint/1)."));
        spec.add(Options.value("--sarif", "FILE", "Also write the findings of all files as SARIF 2.1.0."));
        spec.add(FailOn.option());
        spec.usageMessage().footer("",
                "next: xstate lint core --cpu zen3      xstate lint *.core --sarif out.sarif",
                "every id is explained in docs/lint.md");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        FailOn failOn = FailOn.of(parsed);
        LintTarget target = target(parsed, session);
        Checks checks = Checks.of(session.checks());
        boolean json = Options.isSet(parsed, "--json");
        List<Sarif.Input> inputs = new ArrayList<>();
        int code = ExitCode.CLEAN;
        for (String file : Options.operands(parsed)) {
            try (Arena arena = Arena.ofConfined()) {
                LintReport report = LintReport.of(file,
                        Images.open(file, Options.text(parsed, "--kind"), session, arena), target, checks,
                        session.catalog());
                if (json) {
                    session.out().println(LintJson.document(report, target.target()));
                } else {
                    print(report, session);
                }
                inputs.add(new Sarif.Input(file, report.allFindings(), ""));
                code = Math.max(code, failOn.exitCode(report.allFindings()));
            } catch (Stop stop) {
                Stop told = explained(file, stop);
                failed(file, told, json, session);
                inputs.add(new Sarif.Input(file, List.of(), told.getMessage()));
                code = Math.max(code, told.exitCode());
            }
        }
        Options.text(parsed, "--sarif")
                .ifPresent(log -> OutputFiles.write(log, Sarif.log(inputs, version()) + "\n"));
        return code;
    }

    private static String version() {
        return Optional.ofNullable(LintCommand.class.getPackage().getImplementationVersion()).orElse("0.1.0");
    }

    private static void failed(String file, Stop stop, boolean json, Session session) {
        if (json) {
            session.out().println(Json.object(document -> document.put("schema", "xstate/lint/1")
                    .put("source", file).put("error", stop.getMessage())));
        }
        session.err().println("xstate: " + stop.getMessage());
    }

    /** CPUID output is no image, but it has findings of its own. */
    private static Stop explained(String file, Stop stop) {
        if (stop.exitCode() != ExitCode.BAD_INPUT) {
            return stop;
        }
        try {
            CpuidDocument document = InputFiles.read(file, source -> CpuidTexts.read(file, source.content()));
            return document.dumps().isEmpty()
                    ? stop
                    : new Stop(ExitCode.BAD_INPUT,
                            "%s: this is CPUID output (%s), not an image; what is wrong with it says: xstate layout --cpuid %s"
                                    .formatted(file, document.format(), file));
        } catch (Stop unreadable) {
            return stop;
        }
    }

    private static LintTarget target(ParseResult parsed, Session session) {
        Optional<XsaveCpu> cpu = CpuSources.single(parsed, session);
        Optional<XFeatureMask> xcr0 = Options.mask(parsed, "--xcr0");
        Optional<XFeatureMask> xss = Options.mask(parsed, "--xss");
        if (cpu.isPresent()) {
            return LintTarget.of(name(parsed), cpu.get(), xcr0, xss, session.catalog());
        }
        if (xss.isPresent() && xcr0.isEmpty()) {
            throw new Stop(ExitCode.USAGE, "lint: --xss needs --xcr0 or a CPU beside it");
        }
        return xcr0.map(mask -> LintTarget.ofMasks(mask, xss.orElse(XFeatureMask.NONE)))
                .orElse(LintTarget.NONE);
    }

    private static String name(ParseResult parsed) {
        return Options.texts(parsed, CpuSources.CPU).stream()
                .findFirst().or(() -> Options.texts(parsed, CpuSources.CPUID).stream().findFirst())
                .orElse("the host");
    }

    private static void print(LintReport report, Session session) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        long notes = report.count(Severity.NOTE);
        Style style = session.style();
        String verdict = errors > 0
                ? style.error("ERRORS")
                : warnings > 0 ? style.warning("WARNINGS") : style.good("CLEAN");
        session.out().println("%s  %s   %s".formatted(verdict, report.source(), report.about()));
        session.out().println("  %s, %s, %s in %s".formatted(count(errors, "error"),
                count(warnings, "warning"), count(notes, "note"), count(report.images().size(), "image")));
        FindingText.lines(Stream.concat(report.findings().stream(),
                report.images().stream().flatMap(image -> image.findings().stream())).toList(), "  ",
                session.style()).forEach(session.out()::println);
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
