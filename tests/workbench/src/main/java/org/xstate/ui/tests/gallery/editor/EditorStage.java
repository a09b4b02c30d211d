package org.xstate.ui.tests.gallery.editor;

import java.nio.file.Path;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** The seed example with its outline. */
final class EditorStage implements Stage {

    @Override
    public String name() {
        return "editor";
    }

    @Override
    public void set() {
        Ui.edit(Path.of(System.getProperty("xstate.root")).resolve("examples/seed/begin-finish.c"));
        Ui.open("org.eclipse.ui.views.ContentOutline", IViewPart.class);
        Ui.settle();
    }
}
