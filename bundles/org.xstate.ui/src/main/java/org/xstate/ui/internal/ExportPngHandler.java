package org.xstate.ui.internal;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Exportable;
import org.xstate.ui.Palette;
import org.xstate.ui.picture.PictureImage;

/** Writes the active part's picture as PNG, in the colours in which it is shown, as large as the user says. */
public final class ExportPngHandler extends ExportHandler {

    /** Parameter of the command: percent, instead of a dialog. */
    private static final String SCALE = "scale";

    @Override
    boolean offers(Exportable shown) {
        return shown.picture().isPresent();
    }

    @Override
    void export(ExecutionEvent event, IWorkbenchPart part, Exportable shown) throws ExecutionException {
        Picture picture = shown.picture().orElseThrow();
        Shell shell = part.getSite().getShell();
        OptionalInt percent = percent(event, shell, picture);
        if (percent.isEmpty()) {
            return;
        }
        Optional<Path> file = file(event, part, shown, Messages.export_png, ".png");
        if (file.isPresent()) {
            Display display = shell.getDisplay();
            boolean dark = Palette.isDark(shell);
            new WriteJob(part, file.get(),
                    () -> png(PictureImage.of(display, picture, percent.getAsInt(), dark))).schedule();
        }
    }

    private static OptionalInt percent(ExecutionEvent event, Shell shell, Picture picture)
            throws ExecutionException {
        String named = event.getParameter(SCALE);
        if (named == null) {
            return ScaleDialog.ask(shell, picture);
        }
        try {
            int percent = Integer.parseInt(named);
            if (PictureImage.fits(picture, percent)) {
                return OptionalInt.of(percent);
            }
        } catch (NumberFormatException e) {
            throw new ExecutionException("a scale in percent is a number, not " + named, e);
        }
        throw new ExecutionException(
                "a picture of " + picture.width() + " by " + picture.height() + " at " + named
                        + " % is too large for a PNG");
    }

    private static byte[] png(ImageData drawn) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[]{drawn};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        loader.save(bytes, SWT.IMAGE_PNG);
        return bytes.toByteArray();
    }
}
