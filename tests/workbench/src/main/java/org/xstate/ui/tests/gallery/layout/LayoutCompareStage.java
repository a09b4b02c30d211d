package org.xstate.ui.tests.gallery.layout;

import org.xstate.ui.tests.gallery.Stage;

/** Two CPUs, of which the second lacks what the first has. */
final class LayoutCompareStage implements Stage {

    @Override
    public String name() {
        return "layout-compare";
    }

    @Override
    public void set() {
        LayoutScene.large("Intel Sapphire Rapids", "AMD Zen 4");
    }
}
