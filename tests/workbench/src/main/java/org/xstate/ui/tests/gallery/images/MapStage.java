package org.xstate.ui.tests.gallery.images;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Event;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.images.OpenImage;

/** The area of a signal frame to scale. */
final class MapStage implements Stage {

    @Override
    public String name() {
        return "image-map";
    }

    @Override
    public void set() {
        OpenImage image = OpenImage.open("examples/frames/sigframes64.bin");
        image.maximize();
        image.choose(0, image.items(0).get(2));
        CTabFolder tabs = Ui
                .on(() -> Ui.find(Ui.area(image.part()), CTabFolder.class, one -> true).orElseThrow());
        Ui.on(() -> {
            tabs.setSelection(1);
            return null;
        });
        Ui.send(tabs, SWT.Selection, new Event());
    }
}
