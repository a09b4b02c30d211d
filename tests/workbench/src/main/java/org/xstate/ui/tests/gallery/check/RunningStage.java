package org.xstate.ui.tests.gallery.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.ChecksDriver;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** A check that has found its first states, and one that waits. */
final class RunningStage implements Stage {

    @Override
    public String name() {
        return "checks-running";
    }

    @Override
    public void set() throws IOException {
        SeedProject project = new SeedProject("anchors", "anchors");
        Files.writeString(project.path("anchors/S.c"),
                project.text("anchors/S.c").replace("knob_range(NC, 1, 4, 2)", "knob_range(NC, 1, 4, 4)"));
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.verify",
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        // the next stages are not kept waiting
        for (String file : List.of("anchors/S.c", "anchors/L.c")) {
            InstanceScope.INSTANCE.getNode("org.xstate.ui.check.settings")
                    .put(project.path(file).toString(), "--threads\n1\n--time\n20s");
        }
        ChecksDriver.check(project.file("anchors/S.c"));
        ChecksDriver.check(project.file("anchors/L.c"));
        Ui.await("states are counted",
                () -> ChecksDriver.rows().stream().anyMatch(row -> row.contains(" states ")));
        Ui.await("a second has gone by",
                () -> ChecksDriver.rows().stream().anyMatch(row -> row.contains("|0:01|")));
        Rows.select(ChecksDriver.tree(), "anchors/S.c");
    }

    @Override
    public boolean ends() {
        return false;
    }
}
