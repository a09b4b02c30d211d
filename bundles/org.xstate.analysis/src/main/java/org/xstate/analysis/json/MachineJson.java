package org.xstate.analysis.json;

import org.xstate.analysis.machine.MachineReport;
import org.xstate.sim.trace.MachineSnapshot;

/** {@code xstate/machine/1}: where the state is at a place of an execution. */
public final class MachineJson {

    private MachineJson() {
    }

    public static String document(MachineReport report) {
        return Json.object(json -> {
            json.put("schema", "xstate/machine/1").put("scenario", report.scenario());
            put(json, report);
        });
    }

    static void put(Json json, MachineReport report) {
        MachineSnapshot snapshot = report.snapshot();
        json.put("step", snapshot.position().step()).put("title", report.caption().title())
                .put("statement", report.caption().statement()).put("violated", report.caption().wrong())
                .putObjects("columns", snapshot.columns(),
                        (item, column) -> item.put("name", column.name())
                                .put("component", column.component()).put("used", column.used()))
                .putObjects("rows", snapshot.rows(), MachineJson::row)
                .putObjects("transfers", snapshot.transfers(),
                        (item, transfer) -> item.put("move", transfer.move().word())
                                .put("with", transfer.with()).put("from", transfer.from())
                                .put("to", transfer.to()).putStrings("parts", transfer.parts().stream()
                                        .map(part -> snapshot.columns().get(part).name()).toList()));
    }

    private static void row(Json json, MachineSnapshot.Row row) {
        json.put("kind", row.kind().name().toLowerCase(java.util.Locale.ROOT)).put("name", row.name())
                .put("object", row.object())
                .putObjects("cells", row.cells(), (item, cell) -> {
                    item.put("standing", cell.standing().words()).put("value", cell.value())
                            .put("task", cell.task()).put("must", cell.must()).put("reason", cell.reason());
                    item.put("was", cell.was().map(MachineSnapshot.Was::value)).put("was_standing",
                            cell.was().map(was -> was.standing().words()));
                }).putObjects("facts", row.chips(), (item, chip) -> item.put("name", chip.name())
                        .put("value", chip.value()).put("was", chip.was()));
    }
}
