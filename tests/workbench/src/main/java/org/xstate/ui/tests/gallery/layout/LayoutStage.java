package org.xstate.ui.tests.gallery.layout;

import org.xstate.ui.tests.gallery.Stage;

/** A CPU in the perspective that is made for it. */
final class LayoutStage implements Stage {

    @Override
    public String name() {
        return "layout";
    }

    @Override
    public void set() {
        LayoutScene.show("Intel Sapphire Rapids", "no other");
    }
}
