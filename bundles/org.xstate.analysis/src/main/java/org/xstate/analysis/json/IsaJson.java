package org.xstate.analysis.json;

import org.xstate.analysis.replay.ReplayReport;
import org.xstate.isa.host.SelfTestReport;

/** {@code xstate/isa-replay/1} and {@code xstate/isa-selftest/1}. */
public final class IsaJson {

    private IsaJson() {
    }

    public static String replay(ReplayReport report) {
        return Json.object(json -> json.put("schema", "xstate/isa-replay/1").put("source", report.source())
                .put("passed", report.passed()).put("failed", report.failed())
                .put("skipped", report.skipped())
                .put("excluded", report.excluded()).put("excluded_agreeing", report.excludedAgreeing())
                .putObjects("failures", report.failures(), IsaJson::row)
                .putObjects("excluded_differing", report.rows().stream()
                        .filter(row -> !row.counts() && row.result() instanceof ReplayReport.Result.Differs)
                        .toList(),
                        IsaJson::row)
                .putFindings(report.findings()));
    }

    private static void row(Json json, ReplayReport.Row row) {
        json.put("id", row.id()).put("instruction", row.instruction());
        if (row.result() instanceof ReplayReport.Result.Differs differs) {
            json.put("what", differs.what());
            differs.explanation().ifPresentOrElse(why -> json.put("explanation", why),
                    () -> json.putNull("explanation"));
        }
    }

    public static String selfTest(SelfTestReport report) {
        return Json.object(json -> {
            json.put("schema", "xstate/isa-selftest/1");
            report.skipped().ifPresentOrElse(skip -> json.put("skipped", skip.reason()),
                    () -> json.putNull("skipped"));
            json.put("xcr0", report.xcr0()).put("tested", report.tested()).put("passed", report.passed())
                    .put("failed", report.failed()).put("faults_as_predicted", report.faultsAsPredicted())
                    .put("not_run", report.notRun())
                    .putObjects("observed", report.observed(),
                            (item, observed) -> item.put("id", observed.id())
                                    .put("question", observed.question()).put("answer", observed.answer()))
                    .putFindings(report.findings());
        });
    }
}
