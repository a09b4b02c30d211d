package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Drops;
import org.xstate.ui.tests.Ui;

/** Files that come from elsewhere: dropped on the window, imported, and what CPUID says of this machine. */
class BringInTest {

    private static final String CORE = "cores/six-threads.core";

    @TempDir
    private Path folder;

    private static Path example(String name) {
        return Path.of(System.getProperty("xstate.root"), "examples", name);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            project.delete(true, true, null);
        }
        Ui.settle();
    }

    private static Control window() {
        return Ui.on(() -> Ui.page().getWorkbenchWindow().getShell());
    }

    @Test
    void aCoreDroppedOnTheWindowIsOpenedWhereItLies() {
        assertTrue(Drops.files(window(), example(CORE)));
        Ui.await("the core is open", () -> Ui.page().getActiveEditor() != null
                && Ui.page().getActiveEditor().getSite().getId().equals("org.xstate.ui.images.editor"));
        assertEquals("six-threads.core", Ui.on(() -> Ui.page().getActiveEditor().getEditorInput().getName()));
    }

    @Test
    void aCoreDroppedOnATextInAnEditorIsOpenedBesideIt() {
        IEditorPart text = Ui.edit(example("scenarios/pkru-init.c"));
        Control widget = Ui.on(() -> text.getAdapter(Control.class));
        assertTrue(Drops.files(widget, example(CORE)));
        Ui.await("the core is open", () -> Ui.page().getActiveEditor() != text
                && Ui.page().getActiveEditor().getSite().getId().equals("org.xstate.ui.images.editor"));
    }

    @Test
    void aDumpAndAScenarioDroppedTogetherGoToTheirParts() {
        Ui.on(() -> {
            Stream.ofNullable(Ui.page().findView("org.xstate.ui.layout.cpu")).forEach(Ui.page()::hideView);
            return null;
        });
        assertTrue(Drops.files(window(), example("cpuid/sizes-zeroed.txt"),
                example("scenarios/pkru-init.c")));
        Ui.await("the dump is laid out", () -> Ui.page().findView("org.xstate.ui.layout.cpu") != null);
        Ui.await("the scenario is open", () -> Stream.of(Ui.page().getEditorReferences())
                .anyMatch(one -> one.getName().equals("pkru-init.c")));
    }

    @Test
    void importedFilesGoIntoTheFoldersMadeForThem() throws Exception {
        wizard("org.xstate.ui.workbench.new.project", "mine", StructuredSelection.EMPTY);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        // the name says nothing: content decides
        Path core = Files.copy(example(CORE), folder.resolve("crash"));
        Path dump = Files.copy(example("cpuid/sizes-zeroed.txt"), folder.resolve("dump.txt"));
        Path model = Files.copy(example("scenarios/pkru-init.c"), folder.resolve("pkru-init.c"));
        try (AutoCloseable _ = FileDialogs.answeredBy((_, question) -> {
            assertTrue(question.several());
            return List.of(core, dump, model);
        })) {
            Ui.execute("org.xstate.ui.workbench.importFiles");
        }
        Ui.await("all are there", () -> project.getFile("images/crash").exists()
                && project.getFile("cpus/dump.txt").exists()
                && project.getFile("scenarios/pkru-init.c").exists());
        assertArrayEquals(Files.readAllBytes(core),
                Files.readAllBytes(Path.of(project.getFile("images/crash").getLocationURI())));
    }

    @Test
    void withoutAProjectTheImportSaysWhatToDo() {
        Dialogs.during(() -> {
            Ui.page().getWorkbenchWindow().getService(org.eclipse.ui.handlers.IHandlerService.class)
                    .executeCommand("org.xstate.ui.workbench.importFiles", null);
            return null;
        }, dialog -> {
            assertTrue(Ui.on(() -> Dialogs.text(dialog)).contains("File, New, Xstate Project"));
            Dialogs.press(dialog, "OK");
        });
    }

    @Test
    void theDumpOfThisMachineIsWhatTheCommandPrintsOrItIsSaidWhyNot() throws Exception {
        wizard("org.xstate.ui.workbench.new.project", "mine", StructuredSelection.EMPTY);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        switch (HostCpu.readAll()) {
            case HostReading.Available available -> {
                wizard("org.xstate.ui.workbench.new.cpuid", "this.txt", new StructuredSelection(project));
                String text = project.getFile("cpus/this.txt").readString();
                assertEquals(available.cpus().size(),
                        text.lines().filter(line -> line.startsWith("CPU ")).count());
                assertTrue(text.lines().anyMatch(line -> line.strip().startsWith("0x0000000d 0x00: eax=")),
                        text);
            }
            case HostReading.Unavailable no -> Dialogs.during(() -> opened(
                    "org.xstate.ui.workbench.new.cpuid", new StructuredSelection(project)).open(), dialog -> {
                        assertTrue(Ui.on(() -> Dialogs.text(dialog)).contains(no.remedy()));
                        Dialogs.press(dialog, "Cancel");
                    });
        }
    }

    private static WizardDialog opened(String id, StructuredSelection selection) throws Exception {
        INewWizard wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id)
                .createWizard();
        wizard.init(PlatformUI.getWorkbench(), selection);
        return new WizardDialog(Ui.page().getWorkbenchWindow().getShell(), wizard);
    }

    /** Fills in a name and finishes, by the dialog's own buttons. */
    private static void wizard(String id, String name,
            org.eclipse.jface.viewers.IStructuredSelection selected) {
        Dialogs.during(() -> opened(id, (StructuredSelection) selected).open(), dialog -> {
            Ui.on(() -> {
                Ui.all(dialog, org.eclipse.swt.widgets.Text.class).stream()
                        .filter(text -> text.isVisible() && text.getEditable()
                                && (text.getText().isEmpty() || text.getText().endsWith(".txt")))
                        .findFirst().orElseThrow().setText(name);
                return null;
            });
            Dialogs.press(dialog, "Finish");
        });
    }
}
