package org.xstate.analysis.json;

import org.xstate.analysis.diff.DiffReport;
import org.xstate.layout.image.ImageDiff;

/** {@code xstate/diff/1}. */
public final class DiffJson {

    private DiffJson() {
    }

    public static String document(DiffReport report) {
        return Json.object(json -> json.put("schema", "xstate/diff/1").put("a", report.left())
                .put("b", report.right()).put("same_meaning", report.sameMeaning())
                .put("identical", report.identical())
                .putObjects("pairs", report.pairs(),
                        (item, pair) -> differences(item.put("a", pair.left()).put("b", pair.right())
                                .put("same_meaning", pair.diff().sameMeaning()), pair.diff()))
                .putStrings("only_a", report.leftOnly()).putStrings("only_b", report.rightOnly())
                .putFindings(report.findings()));
    }

    /** {@code "semantic": [...], "representational": [...]}. */
    static void differences(Json json, ImageDiff diff) {
        json.putObjects("semantic", diff.semantic(),
                (item, field) -> item.put("id", field.number()).put("component", field.component())
                        .put("field", field.field()).put("a", field.left()).put("b", field.right()));
        json.putObjects("representational", diff.representational(),
                (item, what) -> item.put("what", what.what()).put("a", what.left()).put("b", what.right()));
    }
}
