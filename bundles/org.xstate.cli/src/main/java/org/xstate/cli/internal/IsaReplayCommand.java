package org.xstate.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xstate.analysis.json.IsaJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.replay.InstructionReplay;
import org.xstate.analysis.replay.ReplayReport;
import org.xstate.analysis.text.FindingText;
import org.xstate.analysis.text.Style;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate isa replay DIR...}. */
final class IsaReplayCommand {

    private static final int SHOWN = 20;

    CommandSpec spec() {
        CommandSpec spec = Options.spec("replay",
                "Replays recorded instruction vectors on the model: vectors*.csv with their slots, and modified-opt.csv. Rows "
                        + "that the recording marks as doubtful are replayed and reported, but decide nothing.",
                Options.operands("DIR", 1, "A folder of recorded vectors, with its cpuid.txt."),
                Options.flag("--doubtful", "Also list the doubtful rows that differ, with the known reason."),
                Options.flag("--json", "One JSON document for each folder (xstate/isa-replay/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 all rows agree, 12 a row differs, 65 a recording cannot be read");
        return spec;
    }

    int run(ParseResult parsed, Session session) {
        int code = ExitCode.CLEAN;
        for (String directory : Options.operands(parsed)) {
            code = Math.max(code, one(directory, parsed, session));
        }
        return code;
    }

    private static int one(String directory, ParseResult parsed, Session session) {
        boolean json = Options.isSet(parsed, "--json");
        boolean exists = java.nio.file.Files.exists(InputFiles.path(directory));
        ReplayReport report = InstructionReplay.replay(InputFiles.path(directory), session.catalog());
        if (!report.usable() && report.rows().isEmpty()) {
            String why = report.findings().getFirst().message();
            if (json) {
                session.out().println(Json.object(document -> document.put("schema", "xstate/isa-replay/1")
                        .put("source", directory).put("error", why).putFindings(report.findings())));
            }
            session.err().println("xstate: " + directory + ": " + why);
            FindingText.lines(report.findings(), "  ", session.style()).forEach(session.err()::println);
            return exists ? ExitCode.BAD_INPUT : ExitCode.INPUT_MISSING;
        }
        if (json) {
            session.out().println(IsaJson.replay(report));
        } else {
            print(report, Options.isSet(parsed, "--doubtful"), session);
        }
        if (!report.usable()) {
            return ExitCode.BAD_INPUT;
        }
        return report.failed() > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static void print(ReplayReport report, boolean doubtful, Session session) {
        Style style = session.style();
        String verdict = report.failed() == 0 ? style.good("AGREES ") : style.error("DIFFERS");
        session.out().println(
                "%s  %s   %,d rows passed, %,d failed, %,d skipped, %,d excluded (%,d of them agree too)"
                        .formatted(verdict, report.source(), report.passed(), report.failed(),
                                report.skipped(),
                                report.excluded(), report.excludedAgreeing()));
        report.failures().stream().limit(SHOWN).forEach(row -> differs(row, session));
        if (report.failed() > SHOWN) {
            session.out().println("  ... and %,d more; --json lists all".formatted(report.failed() - SHOWN));
        }
        Map<String, Integer> reasons = new TreeMap<>();
        for (ReplayReport.Row row : report.rows()) {
            if (row.result() instanceof ReplayReport.Result.NotReplayed skipped) {
                reasons.merge(skipped.reason(), 1, Integer::sum);
            }
        }
        reasons.forEach((reason, count) -> session.out()
                .println("  not replayed: %,d rows: %s".formatted(count, reason)));
        if (doubtful) {
            List<ReplayReport.Row> rows = report.rows().stream()
                    .filter(row -> !row.counts() && row.result() instanceof ReplayReport.Result.Differs)
                    .toList();
            rows.forEach(row -> differs(row, session));
        }
        FindingText.lines(report.findings(), "  ", session.style()).forEach(session.out()::println);
    }

    private static void differs(ReplayReport.Row row, Session session) {
        if (row.result() instanceof ReplayReport.Result.Differs differs) {
            session.out().println("  " + row.id() + " " + row.instruction() + ": " + differs.what());
            differs.explanation().ifPresent(why -> session.out().println("      known: " + why));
        }
    }
}
