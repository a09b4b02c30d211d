package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;
import org.xstate.ui.tests.Ui;

/** What a new user is shown: the seed example's counterexample, to be stepped through by the keys. */
final class Seed {

    static final String PROJECT = "xstate-examples";

    private static final String BACK = "org.xstate.ui.debug.backOver";
    private static final String FORWARD = "org.eclipse.debug.ui.commands.StepOver";

    private Seed() {
    }

    /** Waits for it, and steps through it. */
    static void canBeSteppedThrough() {
        Ui.await("an execution is shown", () -> Sessions.active().isPresent());
        Session session = Sessions.active().orElseThrow();
        assertEquals("as_posted", session.scenario().name());
        assertEquals("org.xstate.ui.workbench.simulate", Ui.on(() -> Ui.page().getPerspective().getId()));
        Ui.await("its source is open", () -> editors().contains("begin-finish.c"));
        assertEquals(1, Ui.on(() -> Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && !shell.getText().isEmpty()).count()),
                "a dialog is open");
        var end = session.read(simulation -> simulation.end());
        assertEquals(end, session.position());
        Ui.await("one can step back", () -> Ui.isEnabled(BACK));
        Ui.execute(BACK);
        Ui.await("it stands before its end", () -> !session.isMoving() && !session.position().equals(end));
        Ui.await("one can step on", () -> Ui.isEnabled(FORWARD));
        Ui.execute(FORWARD);
        Ui.await("it stands at its end again", () -> !session.isMoving() && session.position().equals(end));
    }

    /** Waits until the examples are built, and looked at. */
    static void isWithoutErrors() throws CoreException, InterruptedException {
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        Job.getJobManager().join("org.xstate.ui.editor.problem", null);
        List<String> errors = Arrays
                .stream(ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT)
                        .findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
                .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR)
                .map(marker -> marker.getResource() + ": " + marker.getAttribute(IMarker.MESSAGE, ""))
                .toList();
        assertEquals(List.of(), errors);
        assertTrue(ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT)
                .getFile("seed/begin-finish.c").exists());
    }

    static List<String> editors() {
        return Arrays.stream(Ui.page().getEditorReferences()).map(one -> one.getEditor(true))
                .map(IEditorPart::getTitle).toList();
    }

    static boolean isWelcomeOpen() {
        return PlatformUI.getWorkbench().getIntroManager().getIntro() != null;
    }
}
