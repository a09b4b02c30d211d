package org.xstate.ui.tests.project;

import java.util.concurrent.CountDownLatch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** Types into an editor and waits to be killed. */
class TypeScript {

    @Test
    void typesAndWaits() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
        project.create(null);
        project.open(null);
        IFolder folder = project.getFolder("scenarios");
        folder.create(IResource.NONE, true, null);
        IFile file = folder.getFile("a.c");
        file.create("saved\n".getBytes(), IResource.NONE, null);
        ITextEditor editor = (ITextEditor) Ui
                .on(() -> IDE.openEditor(Ui.page(), file, "org.eclipse.ui.DefaultTextEditor"));
        Ui.on(() -> {
            editor.getDocumentProvider().getDocument(editor.getEditorInput()).set("typed and not saved\n");
            return null;
        });
        new CountDownLatch(1).await();
    }
}
