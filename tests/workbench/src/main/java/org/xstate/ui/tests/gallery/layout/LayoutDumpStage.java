package org.xstate.ui.tests.gallery.layout;

import java.nio.file.Path;
import java.util.Map;

import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A dump that is not as it should be. */
final class LayoutDumpStage implements Stage {

    @Override
    public String name() {
        return "layout-dump";
    }

    @Override
    public void set() {
        LayoutScene.large("AMD Zen 3", "no other");
        Ui.execute("org.xstate.ui.layout.open", Map.of("file",
                Path.of(System.getProperty("xstate.root"), "examples/cpuid/apx-over-mpx.txt").toString()));
    }
}
