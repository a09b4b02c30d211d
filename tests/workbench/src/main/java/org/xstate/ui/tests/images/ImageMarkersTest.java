package org.xstate.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.tests.Ui;

/** What the editor tells the platform's own views: problems with quick fixes, outline, properties, exports. */
class ImageMarkersTest {

    private static final String FINDING = "org.xstate.ui.images.finding";

    private IProject project;
    private IFile core;

    @BeforeEach
    void projectWithACore() throws IOException, CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("images");
        project.create(null);
        project.open(null);
        core = project.getFile("six-threads.core");
        Files.copy(OpenImage.ROOT.resolve("examples/cores/six-threads.core"),
                Path.of(core.getLocation().toOSString()));
        core.refreshLocal(IResource.DEPTH_ZERO, null);
    }

    @AfterEach
    void removeProject() throws CoreException {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
        project.delete(true, true, null);
    }

    private OpenImage open() {
        OpenImage image = OpenImage.of(Ui.on(() -> IDE.openEditor(Ui.page(), core)));
        Ui.await("an image is shown", () -> image.tree().getItemCount() > 0);
        return image;
    }

    private List<IMarker> markers() {
        return Ui.on(() -> Arrays.asList(core.findMarkers(FINDING, true, IResource.DEPTH_ZERO)));
    }

    private IMarker defect() {
        Ui.await("the defect is marked", () -> markers().stream().anyMatch(ImageMarkersTest::isDefect));
        return markers().stream().filter(ImageMarkersTest::isDefect).findFirst().orElseThrow();
    }

    private static boolean isDefect(IMarker marker) {
        return marker.getAttribute("org.xstate.finding", "").equals("linux-core-mxcsr-zero");
    }

    @Test
    void findingsAreMarkersWithSeverityAndRemedyAndGoWithTheEditor() {
        OpenImage image = open();
        IMarker defect = defect();
        assertEquals(IMarker.SEVERITY_WARNING, defect.getAttribute(IMarker.SEVERITY, -1));
        assertTrue(defect.getAttribute(IMarker.MESSAGE, "").contains("take MXCSR as 1F80"),
                defect.getAttribute(IMarker.MESSAGE, ""));
        assertEquals("thread 333, MXCSR at byte 24", defect.getAttribute(IMarker.LOCATION, ""));
        image.close();
        Ui.await("no marker is left", () -> markers().isEmpty());
    }

    @Test
    void goingToAMarkerShowsItsThreadAndItsBytes() {
        OpenImage image = open();
        IMarker defect = defect();
        Ui.on(() -> {
            IDE.openEditor(Ui.page(), defect);
            return null;
        });
        Ui.await("the bytes are selected", () -> image.inspected().startsWith("offset 24 (0x18), 4 bytes"));
        assertEquals("thread 333", image.chosen(0));
    }

    @Test
    void aQuickFixMendsTheImageInTheEditor() {
        OpenImage image = open();
        IMarker defect = defect();
        Ui.on(() -> {
            IDE.openEditor(Ui.page(), defect);
            return null;
        });
        Ui.await("the thread is shown", () -> image.chosen(0).equals("thread 333"));
        IMarkerResolution[] fixes = Ui.on(() -> IDE.getMarkerHelpRegistry().getResolutions(defect));
        assertEquals(List.of("Mend: Set MXCSR to 1F80, which the register held"),
                Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
        Ui.on(() -> {
            fixes[0].run(defect);
            return null;
        });
        Ui.await("the value is right", () -> image.value("SSE", "mxcsr").equals("1F80"));
        Ui.await("the marker is gone", () -> markers().stream().noneMatch(ImageMarkersTest::isDefect));
        assertTrue(image.isDirty());
    }

    @Test
    void theOutlineListsTheComponentsWithTheirStates() {
        OpenImage image = open();
        Ui.open("org.eclipse.ui.views.ContentOutline", IViewPart.class);
        Ui.on(() -> {
            Ui.page().activate(image.part());
            return null;
        });
        Ui.settle();
        IContentOutlinePage page = Ui.on(() -> image.part().getAdapter(IContentOutlinePage.class));
        List<String> rows = org.xstate.ui.tests.Rows
                .of((org.eclipse.swt.widgets.Tree) Ui.on(page::getControl));
        assertTrue(rows.contains("\u25cf AVX  in use"), rows.toString());
    }

    @Test
    void whatIsSelectedElsewhereIsShownHere() {
        OpenImage image = open();
        Ui.on(() -> {
            Linked.publish(this, new Linked.Subject.Component(2));
            return null;
        });
        Ui.await("AVX is selected", () -> image.tree().getSelectionCount() == 1
                && image.tree().getSelection()[0].getText().endsWith("AVX"));
    }

    @Test
    void theImageIsHandedOutAsTheCommandPrintsIt() {
        OpenImage image = open();
        Exportable export = Ui.on(() -> image.part().getAdapter(Exportable.class));
        assertTrue(Ui.on(export::text).orElseThrow().contains("fcw 027F"));
        assertTrue(Ui.on(export::json).orElseThrow().contains("\"schema\":\"xstate/decode/1\"")
                || Ui.on(export::json).orElseThrow().contains("\"schema\": \"xstate/decode/1\""));
        assertTrue(Ui.on(export::picture).orElseThrow().items().stream()
                .anyMatch(item -> item.name().equals("AVX, in use")));
        assertTrue(Ui.on(export::command).endsWith("six-threads.core --thread 329 --all"),
                Ui.on(export::command));
    }
}
