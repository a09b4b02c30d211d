package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Projects and the view of them. */
class ProjectsTest {

    private static final String VIEW = "org.xstate.ui.workbench.projects";

    private static CommonNavigator view() {
        return Ui.open(VIEW, CommonNavigator.class);
    }

    private static void call(String command) {
        Ui.on(() -> Ui.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command,
                null));
        Ui.settle();
    }

    private static IProject examples() {
        call("org.xstate.ui.workbench.examples");
        return ResourcesPlugin.getWorkspace().getRoot().getProject("xstate-examples");
    }

    /** The texts below an element, after its file has been looked at. */
    private static List<String> below(CommonViewer viewer, Object element) {
        Ui.on(() -> {
            viewer.setExpandedState(element, true);
            viewer.reveal(element);
            return null;
        });
        return Ui.on(() -> {
            TreeItem item = (TreeItem) viewer.testFindItem(element);
            return item == null ? List.of() : Arrays.stream(item.getItems()).map(TreeItem::getText).toList();
        });
    }

    @AfterEach
    void leaveNothing() throws Exception {
        Ui.on(() -> Ui.page().closeAllEditors(false));
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            project.delete(true, true, new NullProgressMonitor());
        }
        Ui.settle();
    }

    @Test
    void anEmptyWorkspaceSaysHowToComeByAProject() {
        CommonNavigator view = view();
        Link link = Ui
                .on(() -> Ui.find(Ui.area(view), Link.class, one -> one.getText().contains("no project yet"))
                        .orElseThrow());
        assertTrue(Ui.on(link::isVisible));
        examples();
        Ui.await("the tree takes the hint's place", () -> !link.isVisible());
    }

    @Test
    void theExamplesAreAProjectWithTheirKindsInPlace() {
        IProject project = examples();
        assertTrue(project.getFile("seed/begin-finish.c").exists());
        assertTrue(project.getFile("images/six-threads.core").exists());
        assertTrue(project.getFile("cpus/sizes-zeroed.txt").exists());
        assertTrue(project.getFile("museum/m01-pasid-by-interrupt.c").exists());
    }

    @Test
    void aChangedExampleIsNotOverwrittenAndADeletedOneComesBack() throws Exception {
        IProject project = examples();
        IFile changed = project.getFile("seed/flaws.c");
        changed.setContents("changed".getBytes(), IResource.NONE, null);
        project.getFile("seed/begin-finish.c").delete(true, null);
        examples();
        assertEquals("changed", new String(changed.getContents().readAllBytes()));
        assertTrue(project.getFile("seed/begin-finish.c").exists());
    }

    @Test
    void theScenariosOfAFileAreItsChildren() {
        IProject project = examples();
        CommonViewer viewer = view().getCommonViewer();
        IFile file = project.getFile("scenarios/pkru-init.c");
        below(viewer, file);
        Ui.await("its scenarios are there", () -> ((TreeItem) viewer.testFindItem(file)) != null
                && ((TreeItem) viewer.testFindItem(file)).getItemCount() > 0);
        // the three scenario(...) of the file
        assertEquals("pkru_zero_5_14", below(viewer, file).getFirst());
    }

    @Test
    void theThreadsOfACoreAreItsChildren() {
        IProject project = examples();
        CommonViewer viewer = view().getCommonViewer();
        IFile file = project.getFile("images/six-threads.core");
        below(viewer, file);
        Ui.await("its threads are there", () -> ((TreeItem) viewer.testFindItem(file)) != null
                && ((TreeItem) viewer.testFindItem(file)).getItemCount() > 0);
        // the ids that readelf -n shows
        assertEquals(6, below(viewer, file).size());
        assertTrue(below(viewer, file).contains("thread 333"), below(viewer, file).toString());
    }

    @Test
    void doubleClickOnAScenarioOpensItsFileAtItsLine() {
        IProject project = examples();
        CommonNavigator view = view();
        IFile file = project.getFile("scenarios/pkru-init.c");
        below(view.getCommonViewer(), file);
        Ui.await("its scenarios are there",
                () -> ((TreeItem) view.getCommonViewer().testFindItem(file)) != null
                        && ((TreeItem) view.getCommonViewer().testFindItem(file)).getItemCount() > 0);
        Ui.on(() -> {
            Object second = ((TreeItem) view.getCommonViewer().testFindItem(file)).getItem(1).getData();
            view.getCommonViewer().setSelection(new StructuredSelection(second));
            return null;
        });
        Ui.on(() -> {
            view.getNavigatorActionService().fillActionBars(view.getViewSite().getActionBars());
            view.getViewSite().getActionBars().getGlobalActionHandler("org.eclipse.ui.navigator.Open").run();
            return null;
        });
        Ui.settle();
        IEditorPart editor = Ui.on(() -> Ui.page().getActiveEditor());
        assertEquals("pkru-init.c", editor.getEditorInput().getName());
        ITextSelection at = (ITextSelection) Ui
                .on(() -> editor.getSite().getSelectionProvider().getSelection());
        assertEquals("scenario(pkru_zero_5_12_not_tracked)", line(editor, at.getStartLine()));
    }

    private static String line(IEditorPart editor, int line) {
        return Ui.on(() -> {
            IDocument document = ((ITextEditor) editor)
                    .getDocumentProvider().getDocument(editor.getEditorInput());
            return document.get(document.getLineOffset(line), document.getLineLength(line)).strip();
        });
    }

    @Test
    void aNewProjectHasAFolderForEachKindAndTheNature() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        finish("org.xstate.ui.workbench.new.project", "mine", new StructuredSelection());
        assertTrue(project.hasNature("org.xstate.ui.workbench.nature"));
        for (String folder : List.of("models", "scenarios", "cpus", "images", "results")) {
            assertTrue(project.getFolder(folder).exists(), folder);
        }
        assertEquals("UTF-8", project.getDefaultCharset());
        assertFalse(project.getFolder("seed").exists());
    }

    @Test
    void aNewScenarioGoesWhereScenariosAreAndIsOpened() throws Exception {
        finish("org.xstate.ui.workbench.new.project", "mine", new StructuredSelection());
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        finish("org.xstate.ui.workbench.new.scenario", "first.c", new StructuredSelection(project));
        assertTrue(project.getFile("scenarios/first.c").exists());
        Ui.await("the new file is in an editor", () -> Ui.page().getActiveEditor() != null
                && Ui.page().getActiveEditor().getEditorInput().getName().equals("first.c"));
    }

    /** Fills the name into the first page of a wizard and ends it. */
    private static void finish(String id, String name, IStructuredSelection selection) {
        Ui.on(() -> {
            IWorkbench workbench = PlatformUI.getWorkbench();
            INewWizard wizard = (INewWizard) workbench.getNewWizardRegistry().findWizard(id).createWizard();
            wizard.init(workbench, selection);
            WizardDialog dialog = new WizardDialog(Ui.page().getWorkbenchWindow().getShell(), wizard);
            dialog.setBlockOnOpen(false);
            dialog.open();
            Text field = Ui.find(dialog.getShell(), Text.class,
                    one -> (one.getStyle() & SWT.READ_ONLY) == 0 && (one.getText().isEmpty()
                            || one.getText().endsWith(".c")))
                    .orElseThrow();
            field.setText(name);
            assertTrue(wizard.canFinish(), name);
            assertTrue(wizard.performFinish());
            dialog.close();
            return null;
        });
        Ui.settle();
    }
}
