package org.xstate.analysis.json;

import org.xstate.analysis.lint.LintReport;
import org.xstate.api.CheckedImage;
import org.xstate.api.ImageRecord;
import org.xstate.api.Severity;
import org.xstate.layout.image.XsaveImage;

/** {@code xstate/lint/1}. */
public final class LintJson {

    private LintJson() {
    }

    /** @param target what the images were checked for, if anything was named */
    public static String document(LintReport report, java.util.Optional<CheckedImage.Target> target) {
        return Json.object(json -> {
            json.put("schema", "xstate/lint/1").put("source", report.source()).put("container",
                    report.container());
            target.ifPresentOrElse(
                    t -> json.putObject("target", item -> item.put("name", t.name()).put("xcr0", t.xcr0())
                            .put("xss", t.xss()).put("xsavec", t.xsavec()).put("xsaves", t.xsaves())),
                    () -> json.putNull("target"));
            json.put("errors", report.count(Severity.ERROR)).put("warnings", report.count(Severity.WARNING))
                    .put("notes", report.count(Severity.NOTE))
                    .putObjects("images", report.images(), LintJson::image).putFindings(report.findings());
        });
    }

    private static void image(Json json, LintReport.LintedRecord image) {
        ImageRecord record = image.resolved().record();
        record.lwp().ifPresentOrElse(lwp -> json.put("lwp", lwp), () -> json.putNull("lwp"));
        json.put("label", record.label());
        boolean header = record.format() == ImageRecord.AreaFormat.XSAVE && record.area().byteSize() >= 576;
        json.put("format", header
                ? XsaveImage.xcompBv(record.area()).has(63) ? "compacted" : "standard"
                : record.format() == ImageRecord.AreaFormat.FSAVE ? "fsave" : "fxsave");
        if (header) {
            json.put("xstate_bv", XsaveImage.xstateBv(record.area())).put("xcomp_bv",
                    XsaveImage.xcompBv(record.area()));
        } else {
            json.putNull("xstate_bv").putNull("xcomp_bv");
        }
        json.putFindings(image.findings());
    }
}
