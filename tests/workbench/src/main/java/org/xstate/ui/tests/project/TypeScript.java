package org.xstate.ui.tests.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.images.OpenImage;

/** Types into an editor of text and one of an image, and waits to be killed. */
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
        IFolder images = project.getFolder("images");
        images.create(IResource.NONE, true, null);
        IFile core = images.getFile("a.core");
        core.create(Files.readAllBytes(OpenImage.ROOT.resolve("examples/cores/six-threads.core")),
                IResource.NONE, null);
        OpenImage image = OpenImage.open(Path.of(core.getLocationURI()));
        image.select("x87", "fcw");
        Keys.press(image.hex(), "3", "f");
        ITextEditor editor = (ITextEditor) Ui
                .on(() -> IDE.openEditor(Ui.page(), file, "org.eclipse.ui.DefaultTextEditor"));
        Ui.on(() -> {
            editor.getDocumentProvider().getDocument(editor.getEditorInput()).set("typed and not saved\n");
            return null;
        });
        new CountDownLatch(1).await();
    }
}
