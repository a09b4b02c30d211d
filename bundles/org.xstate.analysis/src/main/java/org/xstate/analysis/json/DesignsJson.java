package org.xstate.analysis.json;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.designs.Operations;

/** {@code xstate/designs/1}. */
public final class DesignsJson {

    private DesignsJson() {
    }

    /** @param changes the rows that differ from the standard harness's, if they were asked for */
    public static String document(DesignMatrix matrix, Optional<List<DesignMatrix.Change>> changes) {
        return Json.object(json -> {
            json.put("schema", "xstate/designs/1").putObjects("rows", matrix.rows(), DesignsJson::row)
                    .put("updated", matrix.subject().updated()).put("bystander", matrix.subject().bystander())
                    .put("kernel", matrix.machine().map(DesignMatrix.Machine::kernel))
                    .put("cpu_profile", matrix.machine().map(DesignMatrix.Machine::profile))
                    .putObject("knobs",
                            item -> matrix.machine().ifPresent(machine -> machine.knobs().forEach(item::put)))
                    .putObjects("designs", matrix.designs(), (item, design) -> item.put("design", design.id())
                            .put("summary", design.summary()).put("source", design.source().name()))
                    .putObjects("refused", matrix.refused(), (item, one) -> item.put("design", one.design())
                            .put("error", one.text()))
                    .put("complete", matrix.complete());
            changes.ifPresent(list -> json.putObjects("changed", list,
                    (item, change) -> item.put("design", change.after().design())
                            .put("entry", change.after().entry())
                            .put("continuation", change.after().continuation())
                            .putObject("standard", before -> values(before, change.before()))));
        });
    }

    private static void row(Json json, DesignRow row) {
        json.put("design", row.design()).put("entry", row.entry()).put("continuation", row.continuation());
        values(json, row);
    }

    private static void values(Json json, DesignRow row) {
        json.put("updated", row.updated().word()).put("bystander", row.bystander().word())
                .put("shown", row.shown().word()).put("reason", row.reason());
        if (row.cost().isEmpty()) {
            json.putNull("cost");
        } else {
            json.putObject("cost", item -> cost(item, row.cost().get()));
        }
    }

    private static void cost(Json json, Operations cost) {
        json.put("xsave_full", cost.saveFull()).put("xsave_partial", cost.savePartial())
                .put("xrstor_full", cost.restoreFull()).put("xrstor_partial", cost.restorePartial())
                .put("register_write", cost.registerWrite());
    }
}
