package org.xstate.ui.tests.gallery.project;

import org.xstate.ui.tests.gallery.Stage;

/** Every feature, and what is known of one. */
final class FeaturesStage implements Stage {

    @Override
    public String name() {
        return "features";
    }

    @Override
    public void set() {
        FeaturesScene.show("Features", 1, "PKRU");
    }
}
