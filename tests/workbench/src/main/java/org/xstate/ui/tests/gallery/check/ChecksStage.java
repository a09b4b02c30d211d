package org.xstate.ui.tests.gallery.check;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.ChecksDriver;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** Answers, and in the editor what one of them says nothing about. */
final class ChecksStage implements Stage {

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public void set() {
        SeedProject project = new SeedProject("kernel-fpu", "seed");
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.verify",
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        // of four, so that it does not take long
        InstanceScope.INSTANCE.getNode("org.xstate.ui.check.settings").put(
                project.path("seed/begin-finish-fixed.c").toString(), "--scenario\nstopped_task");
        ChecksDriver.checked(project.file("seed/begin-finish-fixed.c"));
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        // what it did not come to is marked in the text
        Ui.on(() -> {
            ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(),
                    project.file("seed/begin-finish-fixed.c"));
            IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            editor.selectAndReveal(text.get().indexOf("save_fpregs_to_fpstate"), 0);
            return null;
        });
        Ui.settle();
        Rows.select(ChecksDriver.tree(), "seed/begin-finish-fixed.c", "stopped_task");
    }
}
