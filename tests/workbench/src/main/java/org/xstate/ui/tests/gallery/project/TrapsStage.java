package org.xstate.ui.tests.gallery.project;

import org.xstate.ui.tests.gallery.Stage;

/** Every handler of a trap, and what is known of one. */
final class TrapsStage implements Stage {

    @Override
    public String name() {
        return "features-traps";
    }

    @Override
    public void set() {
        FeaturesScene.show("Trap", 0, "#GP");
    }
}
