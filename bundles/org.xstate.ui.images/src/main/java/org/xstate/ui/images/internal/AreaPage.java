package org.xstate.ui.images.internal;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.ImagePicture;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.picture.PictureCanvas;

/** The image to scale, with what is in use, initial and stale. */
final class AreaPage {

    private final ImageModel model;
    private final PictureCanvas canvas;
    private boolean stale;

    AreaPage(Composite parent, ImageModel model, Consumer<Span> reveal) {
        this.model = model;
        canvas = new PictureCanvas(parent, Messages.header_nothing);
        canvas.control().addListener(SWT.Show, event -> drawIfStale());
        canvas.onPick(item -> part(item.id()).flatMap(ImageMap.Part::span).ifPresent(reveal));
    }

    Control control() {
        return canvas.control();
    }

    private Optional<ImageMap.Part> part(String id) {
        return model.shown().flatMap(shown -> shown.map().parts().stream()
                .filter(part -> ImagePicture.id(part).equals(id)).findFirst());
    }

    /** The picture that there is; empty while nothing is decoded. */
    static Optional<Picture> picture(ImageModel model) {
        return model.shown().map(shown -> ImagePicture.draw(shown.thread(), shown.map()));
    }

    /** Drawn when somebody looks. */
    void refresh() {
        stale = true;
        if (canvas.control().isVisible()) {
            drawIfStale();
        }
    }

    private void drawIfStale() {
        if (stale) {
            stale = false;
            draw();
        }
    }

    private void draw() {
        canvas.show(picture(model).orElseGet(() -> Picture.empty(Messages.header_nothing)));
    }

    void choose(Node node) {
        canvas.choose(ImagePicture.id(node.part()));
    }
}
