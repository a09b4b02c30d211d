package org.xstate.cli.internal;

import java.time.Duration;

import org.xstate.analysis.json.IsaJson;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Flow;
import org.xstate.analysis.text.Style;
import org.xstate.cli.ExitCode;
import org.xstate.isa.host.HostSelfTest;
import org.xstate.isa.host.ObservedPolicy;
import org.xstate.isa.host.SelfTestOptions;
import org.xstate.isa.host.SelfTestReport;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate isa selftest}. */
final class IsaSelfTestCommand {

    CommandSpec spec() {
        CommandSpec spec = Options.spec("selftest",
                "Executes real XSAVE, XSAVEOPT, XSAVEC, XRSTOR, FXSAVE and FXRSTOR on this machine, in a child process, and "
                        + "compares memory, registers and faults with the model. Needs x86-64 Linux, no root.",
                Options.value("--seed", "N",
                        "Which random cases; the same seed gives the same cases (default 1)."),
                Options.value("--first", "N",
                        "Number of the first case, to repeat one that a finding names (default 0)."),
                Options.value("--cases", "N", "How many cases (default 2000)."),
                Options.value("--seconds", "N", "Stop after this time with what is known (default 60)."),
                Options.flag("--json", "One JSON document (xstate/isa-selftest/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 processor and model agree, or the test was skipped; 12 a case differs");
        return spec;
    }

    int run(ParseResult parsed, Session session) {
        SelfTestOptions options = SelfTestOptions.DEFAULT.withSeed(number(parsed, "--seed", 1))
                .withCases((int) number(parsed, "--first", 0), (int) number(parsed, "--cases", 2000))
                .withTimeout(Duration.ofSeconds(Math.max(1, number(parsed, "--seconds", 60))));
        boolean watch = session.style().ansi();
        SelfTestReport report = HostSelfTest.run(session.catalog(), options, (done, total, failed) -> {
            if (watch && done % 100 == 0) {
                session.err().print("\rselftest  %,d/%,d cases  %,d differ ".formatted(done, total, failed));
                session.err().flush();
            }
        });
        if (watch) {
            session.err().print("\r\u001b[K");
        }
        if (Options.isSet(parsed, "--json")) {
            session.out().println(IsaJson.selfTest(report));
        } else {
            print(report, session);
        }
        return report.failed() > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static long number(ParseResult parsed, String option, long otherwise) {
        String text = Options.text(parsed, option).orElse(Long.toString(otherwise));
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= Integer.MAX_VALUE) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Stop(ExitCode.USAGE, option + " " + text + ": not a number");
        }
        throw new Stop(ExitCode.USAGE, option + " " + text + ": not in 0.." + Integer.MAX_VALUE);
    }

    private static void print(SelfTestReport report, Session session) {
        Style style = session.style();
        if (report.skipped().isPresent()) {
            session.out().println("SKIPPED  " + report.skipped().get().reason());
            if (!report.skipped().get().remedy().isEmpty()) {
                session.out().println("         -> " + report.skipped().get().remedy());
            }
            return;
        }
        session.out()
                .println("%s  XCR0 %s, components %s: %,d cases agree (%,d faults as predicted), %,d differ"
                        .formatted(report.failed() == 0 ? style.good("AGREES ") : style.error("DIFFERS"),
                                report.xcr0(),
                                report.tested(), report.passed(), report.faultsAsPredicted(),
                                report.failed()));
        if (report.notRun() > 0) {
            session.out().println("         %,d cases were not run: time was up".formatted(report.notRun()));
        }
        if (!report.observed().isEmpty()) {
            session.out().println();
            session.out().println("where the architecture leaves a choice, this processor:");
            for (ObservedPolicy observed : report.observed()) {
                Flow flow = new Flow("  ", 100);
                for (String word : (observed.question() + " " + style.bold(observed.answer())).split(" ")) {
                    flow.addWord(word);
                }
                flow.finish().forEach(session.out()::println);
            }
        }
        FindingText.lines(report.findings(), "  ", session.style()).forEach(session.out()::println);
    }
}
