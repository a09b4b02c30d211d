package org.xstate.analysis.json;

import java.util.List;

import org.xstate.analysis.convert.ConversionResult;
import org.xstate.api.Finding;

/** {@code xstate/convert/1}. */
public final class ConvertJson {

    private ConvertJson() {
    }

    /** @param label which image of the source @param output the file written */
    public static String converted(String source, String label, String output,
            ConversionResult.Converted result) {
        return Json.object(json -> {
            json.put("schema", "xstate/convert/1").put("source", source).put("label", label)
                    .put("output", output)
                    .put("format", result.image().layout().format().word())
                    .put("size", result.image().layout().size()).put("xstate_bv", result.image().xstateBv())
                    .put("xcomp_bv", result.image().xcompBv())
                    .put("same_meaning", result.change().sameMeaning());
            DiffJson.differences(json, result.change());
            json.putFindings(result.findings());
        });
    }

    /** Nothing was written. */
    public static String refused(String source, String label, List<Finding> findings) {
        return Json.object(json -> json.put("schema", "xstate/convert/1").put("source", source)
                .put("label", label).putNull("output").putFindings(findings));
    }
}
