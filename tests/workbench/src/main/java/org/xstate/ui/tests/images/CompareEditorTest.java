package org.xstate.ui.tests.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.Exportable;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;

/** The comparison of two images; {@code xstate diff} says the same of the core's threads. */
class CompareEditorTest {

    private static final String CORE = "examples/cores/six-threads.core";

    @TempDir
    private Path folder;

    @AfterEach
    void closeEditors() {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    @Test
    void twoThreadsAreComparedByMeaningAndByRepresentation() {
        OpenComparison comparison = OpenComparison.of(OpenImage.open(CORE), "thread 330");
        assertTrue(comparison.verdict().startsWith("DIFFERENT"), comparison.verdict());
        assertEquals(List.of("six-threads.core, thread 329", "six-threads.core, thread 330"),
                comparison.images());
        assertTrue(comparison.rows().contains("meaning|x87|fcw|027F|037F"), comparison.rows().toString());
        assertTrue(comparison.rows().contains("representation only||XSTATE_BV|0x7|0x0"),
                comparison.rows().toString());
    }

    @Test
    void keysGoFromDifferenceToDifference() {
        OpenComparison comparison = OpenComparison.of(OpenImage.open(CORE), "thread 330");
        comparison.next();
        String first = comparison.selected();
        assertEquals(comparison.rows().getFirst(), first);
        comparison.next();
        assertEquals(comparison.rows().get(1), comparison.selected());
        comparison.previous();
        comparison.previous();
        assertEquals(first, comparison.selected());
    }

    @Test
    void unsavedChangesAreComparedWithTheDisk() throws IOException {
        Path core = Files.copy(OpenImage.ROOT.resolve(CORE), folder.resolve("a.core"));
        OpenImage image = OpenImage.open(core);
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "f");
        org.xstate.ui.tests.Menus.context(image.tree(), "Compare With", "File on Disk");
        OpenComparison comparison = OpenComparison.active();
        assertEquals(List.of("meaning|x87|fcw|023F|027F"), comparison.rows());
    }

    @Test
    void itIsHandedOutAsTheCommandPrintsIt() {
        OpenComparison comparison = OpenComparison.of(OpenImage.open(CORE), "thread 334");
        Exportable export = Ui.on(() -> comparison.part().getAdapter(Exportable.class));
        assertTrue(Ui.on(export::text).orElseThrow().startsWith("DIFFERENT     1 of 1 pair"),
                Ui.on(export::text).orElseThrow());
        assertTrue(Ui.on(export::command).endsWith("--thread-a 329 --thread-b 334"), Ui.on(export::command));
    }

    @Test
    void twoFilesOfTheNavigatorAreComparedWithEachOther() throws IOException, CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("compared");
        Ui.on(() -> {
            project.create(null);
            project.open(null);
            return null;
        });
        try {
            IFile a = project.getFile("a.core");
            IFile b = project.getFile("b.bin");
            Files.copy(OpenImage.ROOT.resolve(CORE), Path.of(a.getLocation().toOSString()));
            Files.copy(OpenImage.ROOT.resolve("examples/kvm/guest-xsave.bin"),
                    Path.of(b.getLocation().toOSString()));
            project.refreshLocal(org.eclipse.core.resources.IResource.DEPTH_INFINITE, null);
            Ui.on(() -> {
                var view = Ui.page().showView("org.xstate.ui.workbench.projects");
                view.getSite().getSelectionProvider()
                        .setSelection(new org.eclipse.jface.viewers.StructuredSelection(List.of(a, b)));
                return null;
            });
            Ui.settle();
            Ui.execute("org.xstate.ui.images.compareEachOther");
            assertEquals(List.of("a.core, thread 329", "b.bin, KVM buffer"),
                    OpenComparison.active().images());
        } finally {
            Ui.on(() -> Ui.page().closeAllEditors(false));
            project.delete(true, true, null);
        }
    }
}
