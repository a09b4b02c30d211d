package org.xstate.ui.internal;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPart;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.ui.Exportable;

/** Writes the active part's picture as SVG. */
public final class ExportSvgHandler extends ExportHandler {

    @Override
    boolean offers(Exportable shown) {
        return shown.picture().isPresent();
    }

    @Override
    void export(ExecutionEvent event, IWorkbenchPart part, Exportable shown) {
        Picture picture = shown.picture().orElseThrow();
        file(event, part, shown, Messages.export_svg, ".svg").ifPresent(file -> new WriteJob(part, file,
                () -> PictureSvg.document(picture).getBytes(StandardCharsets.UTF_8)).schedule());
    }
}
