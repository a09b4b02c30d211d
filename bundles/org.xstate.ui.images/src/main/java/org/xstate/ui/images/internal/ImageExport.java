package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.decode.DecodeReport;
import org.xstate.analysis.json.DecodeJson;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.text.DecodeText;
import org.xstate.analysis.text.Style;
import org.xstate.ui.Exportable;

/** The image that is shown, as {@code xstate decode} prints it. */
record ImageExport(ImageModel model, EditorFile disk) implements Exportable {

    private Optional<DecodeReport> report() {
        return model.shown().map(shown -> new DecodeReport(disk.path().toString(), shown.container().kind(),
                shown.container().about(), List.of(shown.thread()), shown.container().findings()));
    }

    @Override
    public Optional<String> text() {
        return report().map(report -> String.join("\n",
                DecodeText.lines(report, report.threads(), true, Style.PLAIN)) + "\n");
    }

    @Override
    public Optional<String> json() {
        return report().map(report -> DecodeJson.document(report) + "\n");
    }

    @Override
    public Optional<Picture> picture() {
        return AreaPage.picture(model);
    }

    @Override
    public String command() {
        StringBuilder command = new StringBuilder("xstate decode ").append(disk.path());
        model.shown().filter(shown -> shown.records().size() > 1)
                .ifPresent(shown -> command.append(" --thread ")
                        .append(shown.record().lwp().orElse(shown.index())));
        model.profile().ifPresent(cpu -> command.append(" --cpu ").append(cpu.id()));
        model.kind().ifPresent(kind -> command.append(" --kind ").append(kind));
        return command.append(" --all").toString();
    }
}
