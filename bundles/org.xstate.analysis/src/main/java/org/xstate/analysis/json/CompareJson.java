package org.xstate.analysis.json;

import java.util.Locale;

import org.xstate.analysis.compare.Comparison;

/** {@code xstate/compare/1}. */
public final class CompareJson {

    private CompareJson() {
    }

    public static String document(Comparison comparison) {
        return Json.object(json -> json.put("schema", "xstate/compare/1").put("axis", comparison.axis())
                .putObjects("rows", comparison.rows(),
                        (item, row) -> item.put("source", row.source()).put("scenario", row.scenario())
                                .put("differs", row.differs()).putObjects("cells", row.cells(),
                                        CompareJson::cell)));
    }

    private static void cell(Json json, Comparison.Cell cell) {
        json.put("setting", cell.setting()).put("place", cell.place())
                .put("verdict", cell.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT)))
                .put("property", cell.property());
        cell.steps().ifPresentOrElse(steps -> json.put("steps", steps.longValue()),
                () -> json.putNull("steps"));
        json.put("states", cell.states()).put("error", cell.error());
    }
}
