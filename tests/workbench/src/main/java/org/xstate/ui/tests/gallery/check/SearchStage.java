package org.xstate.ui.tests.gallery.check;

import java.io.IOException;
import java.nio.file.Files;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.WorkbenchPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.ChecksDriver;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** Some decisions of the proposal, all their combinations judged. */
final class SearchStage implements Stage {

    private static final String VIEW = "org.xstate.ui.check.search";

    @Override
    public String name() {
        return "designs-search";
    }

    @Override
    public void set() throws IOException {
        SeedProject project = new SeedProject("searched", "seed");
        // so few combinations, and one scenario to judge them, that a slow machine searches them in a few seconds too
        String meaning = "setup(combination_has_a_meaning)\n{\n";
        Files.writeString(project.path("seed/begin-finish-knobs.h"), project.text("seed/begin-finish-knobs.h")
                .replace(meaning, meaning + """
                        \tassume(!full && mark == MARK_AT_FINISH && init_fill == FILL_AFTER_SAVE);
                        \tassume(save == SAVE_PARTIAL_IN_PLACE || save == SAVE_FULL);
                        \tassume(publish == PUBLISH_TIF || publish == PUBLISH_XRSTORS_IF_VALID
                        \t\t|| publish == PUBLISH_WRITE_IF_VALID);
                        """));
        String posted = project.text("seed/begin-finish.c");
        Files.writeString(project.path("seed/begin-finish.c"),
                before(posted, "entry_cases") + posted.substring(before(posted, "with_knobs").length(),
                        before(posted, "with_interrupts").length()));
        IResource file = project.file("seed/begin-finish.c");
        IViewPart view = Ui.open(VIEW, IViewPart.class);
        ChecksDriver.execute("org.xstate.ui.check.search", VIEW, file);
        Ui.await("the search has ended", () -> ((WorkbenchPart) view).getContentDescription()
                .contains("combinations are right"));
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
            Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow().setSelection(0);
            return null;
        });
        Ui.settle();
    }

    /** The text up to a scenario and the comment that tells of it. */
    private static String before(String text, String scenario) {
        return text.substring(0, text.lastIndexOf("/*", text.indexOf("scenario(" + scenario + ")")));
    }
}
