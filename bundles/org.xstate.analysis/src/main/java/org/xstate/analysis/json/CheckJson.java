package org.xstate.analysis.json;

import java.util.Locale;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.Coverage;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Bounds;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;

/** {@code xstate/check/1}. */
public final class CheckJson {

    private static final double NANOSECONDS = 1e9;

    private CheckJson() {
    }

    public static String document(CheckReport report) {
        return Json.object(json -> {
            json.put("schema", "xstate/check/1").put("scenario", report.scenario().name())
                    .put("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
                    .put("states", report.states()).put("transitions", report.transitions())
                    .put("depth", report.depth())
                    .put("seconds", report.elapsed().toNanos() / NANOSECONDS)
                    .put("threads", report.threads())
                    .put("property", report.property());
            TraceJson.put(json, report.trace());
            json.putObject("coverage", item -> coverage(item, report.coverage()));
            origin(json, report.scenario());
            json.put("reductions", report.reductions())
                    .put("limit", report.limit().map(limit -> limit.name().toLowerCase(Locale.ROOT)))
                    .put("expected", report.scenario().expected());
            TraceJson.putStart(json, report.trace());
            TraceJson.putEnd(json, report.trace().flatMap(Trace::end));
            json.putObjects("properties", report.properties(), (item, one) -> item.put("name", one.name())
                    .put("sentence", one.sentence()).put("answer", one.answer().word()));
        });
    }

    /** A scenario that could not be checked. */
    public static String error(String source, Optional<String> scenario, String message) {
        return Json.object(json -> json.put("schema", "xstate/check/1").put("source", source)
                .put("scenario", scenario).put("error", message));
    }

    private static void coverage(Json json, Coverage coverage) {
        json.put("statements", coverage.statements())
                .put("reached", coverage.statements() - coverage.unreached().size())
                .putObjects("unreached", coverage.unreached(),
                        (item, one) -> item.put("file", one.file()).put("line", one.line()).put("text",
                                one.text()))
                .putObjects("untaken", coverage.untaken(),
                        (item, one) -> item.put("file", one.file()).put("line", one.line())
                                .put("text", one.text()).put("value", one.value()))
                .put("library_statements", coverage.libraryStatements())
                .put("library_reached", coverage.libraryReached())
                .putObjects("labels", coverage.labels(),
                        (item, label) -> item.put("label", label.label()).put("reached", label.reached()))
                .putStrings("untested", coverage.untested()).putStrings("idle", coverage.idle());
    }

    /** What was executed, and on what. */
    static void origin(Json json, Scenario scenario) {
        json.put("source", scenario.source()).put("kernel", scenario.kernel().toString())
                .put("cpu_profile", scenario.profile());
        if (scenario.bounds().isEmpty()) {
            json.putNull("bounds");
        } else {
            Bounds bounds = scenario.bounds().get();
            json.putObject("bounds",
                    item -> item.put("cpus", bounds.cpus()).put("user_tasks", bounds.userTasks())
                            .put("kernel_threads", bounds.kernelThreads()).put("softirqs", bounds.softirqs())
                            .put("hardirqs", bounds.hardirqs()).put("nmis", bounds.nmis())
                            .put("operations", bounds.operations()).put("migrations", bounds.migrations())
                            .putStrings("continuations", bounds.continuations()));
        }
        json.putObject("knobs", item -> {
            for (Program.Knob knob : scenario.knobs()) {
                item.put(knob.name(), Scenario.text(knob, knob.setting()));
            }
        });
    }
}
