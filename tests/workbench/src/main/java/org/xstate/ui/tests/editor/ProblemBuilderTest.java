package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Errors of files in projects: markers that Problems lists, gone when they are mended, also in who includes them. */
class ProblemBuilderTest {

    private static final String MARKER = "org.xstate.ui.editor.problem";
    private static final String GOOD = "void twice(void)\n{\n\tfpregs_lock();\n\tfpregs_unlock();\n}\n";

    private IProject project;

    @BeforeEach
    void newProject() throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("problems");
        project.create(null);
        project.open(null);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[]{"org.xstate.ui.workbench.nature"});
        project.setDescription(description, null);
    }

    @AfterEach
    void leaveNothing() throws CoreException {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        project.delete(true, true, null);
        Ui.settle();
    }

    private static List<String> problems(IFile file) {
        try {
            return Arrays.stream(file.findMarkers(MARKER, true, IResource.DEPTH_ZERO))
                    .map(one -> one.getAttribute(IMarker.LINE_NUMBER, 0) + " "
                            + one.getAttribute(IMarker.MESSAGE, ""))
                    .toList();
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(IFile file, String text) throws CoreException {
        file.write(text.getBytes(), true, false, true, null);
    }

    @Test
    void anErrorIsListedAndGoesWhenItIsMended() throws CoreException {
        IFile file = project.getFile("twice.c");
        write(file, GOOD.replace("fpregs_lock", "fpregs_lokc"));
        Ui.await("the error is marked", () -> !problems(file).isEmpty());
        assertEquals(1, problems(file).size());
        assertTrue(problems(file).getFirst().startsWith("3 no such function 'fpregs_lokc'; did you mean "
                + "'fpregs_lock' (kernel/context.c:"), problems(file).toString());
        IViewPart view = Ui.open("org.eclipse.ui.views.ProblemView", IViewPart.class);
        Ui.await("Problems lists it", () -> Ui.find(Ui.area(view), Tree.class,
                tree -> tree.getItemCount() > 0 && tree.getItem(0).getText().startsWith("Errors"))
                .isPresent());
        write(file, GOOD);
        Ui.await("the marker is gone", () -> problems(file).isEmpty());
        Ui.await("Problems is empty", () -> Ui.find(Ui.area(view), Tree.class,
                tree -> tree.getItemCount() == 0).isPresent());
    }

    @Test
    void whoIncludesABrokenFileIsLookedAtAgain() throws CoreException {
        IFile header = project.getFile("twice.h");
        IFile file = project.getFile("uses.c");
        write(file, "#include \"twice.h\"\n\nvoid thrice(void)\n{\n\ttwice();\n}\n");
        Ui.await("the missing file is marked", () -> !problems(file).isEmpty());
        write(header, GOOD);
        Ui.await("it is there now", () -> problems(file).isEmpty());
    }
}
