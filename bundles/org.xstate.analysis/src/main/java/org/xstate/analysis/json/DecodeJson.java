package org.xstate.analysis.json;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.decode.DecodedThread;
import org.xstate.api.DecodedField;
import org.xstate.api.ImageRecord;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.XsaveImage;

/** {@code xstate/decode/1}. */
public final class DecodeJson {

    private DecodeJson() {
    }

    public static String document(DecodeReport report) {
        return Json.object(json -> json.put("schema", "xstate/decode/1").put("source", report.source())
                .put("container", report.container())
                .putObjects("threads", report.threads(), DecodeJson::thread)
                .putFindings(report.findings()));
    }

    private static void thread(Json json, DecodedThread thread) {
        ImageRecord record = thread.resolved().record();
        record.lwp().ifPresentOrElse(lwp -> json.put("lwp", lwp), () -> json.putNull("lwp"));
        json.put("label", record.label());
        json.put("format", format(thread));
        boolean header = record.format() == ImageRecord.AreaFormat.XSAVE && record.area().byteSize() >= 576;
        if (header) {
            json.put("xstate_bv", XsaveImage.xstateBv(record.area())).put("xcomp_bv",
                    XsaveImage.xcompBv(record.area()));
        } else {
            json.putNull("xstate_bv").putNull("xcomp_bv");
        }
        json.putObject("registers", registers -> thread.decoded().registers()
                .forEach(register -> registers.putValue(register.name(), register)));
        json.putObjects("components", thread.decoded().components(), DecodeJson::component)
                .putFindings(thread.findings());
    }

    /** {@code standard}, {@code compacted}, {@code fxsave} or {@code fsave}. */
    public static String format(DecodedThread thread) {
        ImageRecord record = thread.resolved().record();
        return switch (record.format()) {
            case XSAVE -> thread.resolved().image().filter(image -> record.area().byteSize() >= 576)
                    .map(image -> image.layout().format().word()).orElse("fxsave");
            case FXSAVE -> "fxsave";
            case FSAVE -> "fsave";
        };
    }

    private static void component(Json json, DecodedImage.Component component) {
        json.put("id", component.number()).put("name", component.name())
                .put("state", component.state().word())
                .putObjects("fields", component.fields(), DecodeJson::field);
    }

    private static void field(Json json, DecodedField field) {
        json.put("name", field.name()).putValue("value", field).put("meaning", field.meaning());
    }
}
