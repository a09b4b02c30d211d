package org.xstate.analysis.json;

import java.util.HexFormat;
import java.util.List;

import org.xstate.analysis.image.Patch;
import org.xstate.api.Finding;
import org.xstate.layout.image.ImageDiff;

/** {@code xstate/edit/1}. */
public final class EditJson {

    private EditJson() {
    }

    /**
     * @param label   which image of the source
     * @param output  the file written
     * @param place   of the image in it, in bytes
     * @param patches relative to the image
     */
    public static String written(String source, String label, String output, long place, List<Patch> patches,
            ImageDiff change, List<Finding> findings) {
        HexFormat hex = HexFormat.of();
        return Json.object(json -> {
            json.put("schema", "xstate/edit/1").put("source", source).put("label", label)
                    .put("output", output)
                    .put("same_meaning", change.sameMeaning())
                    .putObjects("bytes", patches,
                            (item, patch) -> item.put("offset", patch.offset())
                                    .put("file_offset", place + patch.offset())
                                    .put("before", hex.formatHex(patch.before()))
                                    .put("after", hex.formatHex(patch.after())));
            DiffJson.differences(json, change);
            json.putFindings(findings);
        });
    }

    /** Nothing was written. */
    public static String refused(String source, String label, String reason) {
        return Json
                .object(json -> json.put("schema", "xstate/edit/1").put("source", source).put("label", label)
                        .putNull("output").put("reason", reason));
    }
}
