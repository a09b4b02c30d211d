package org.xstate.analysis.json;

import java.util.Optional;

import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.machine.MachineReport;

/** {@code xstate/run/1}. */
public final class RunJson {

    private RunJson() {
    }

    public static String document(RunReport report) {
        return document(report, Optional.empty());
    }

    /** @param machine a place of the run that was asked for */
    public static String document(RunReport report, Optional<MachineReport> machine) {
        return Json.object(json -> {
            json.put("schema", "xstate/run/1").put("scenario", report.scenario().name())
                    .put("end", report.end().word())
                    .put("property", report.trace().end().map(end -> end.property()));
            TraceJson.put(json, Optional.of(report.trace()));
            CheckJson.origin(json, report.scenario());
            json.put("how", report.how());
            TraceJson.putStart(json, Optional.of(report.trace()));
            TraceJson.putEnd(json, report.trace().end());
            json.putObjects("possible", report.possible(),
                    (item, next) -> item.put("move", next.move()).put("what", next.what()));
            machine.ifPresent(one -> json.putObject("machine", item -> MachineJson.put(item, one)));
        });
    }
}
