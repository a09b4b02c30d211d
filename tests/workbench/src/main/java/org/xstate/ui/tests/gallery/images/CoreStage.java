package org.xstate.ui.tests.gallery.images;

import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.images.OpenImage;

/** A thread of a core, one of its fields selected. */
final class CoreStage implements Stage {

    @Override
    public String name() {
        return "image-core";
    }

    @Override
    public void set() {
        OpenImage image = OpenImage.open("examples/cores/six-threads.core");
        image.maximize();
        image.select("SSE", "mxcsr");
    }
}
