package org.xstate.ui.tests.gallery.images;

import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.images.OpenComparison;
import org.xstate.ui.tests.images.OpenImage;

/** Two threads of a core. */
final class CompareStage implements Stage {

    @Override
    public String name() {
        return "image-compare";
    }

    @Override
    public void set() {
        OpenImage image = OpenImage.open("examples/cores/six-threads.core");
        OpenComparison comparison = OpenComparison.of(image, "thread 334");
        comparison.maximize();
        comparison.next();
    }
}
