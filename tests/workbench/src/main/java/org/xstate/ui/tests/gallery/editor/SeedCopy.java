package org.xstate.ui.tests.gallery.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.tests.Ui;

/** A copy of the seed example in an editor that takes the whole window, for pictures of what comes while typing. */
record SeedCopy(ITextEditor editor) {

    static SeedCopy open() throws IOException {
        Path folder = Files.createTempDirectory("xstate-gallery");
        try (Stream<Path> files = Files.list(
                Path.of(System.getProperty("xstate.root")).resolve("examples/seed"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        ITextEditor editor = (ITextEditor) Ui.edit(folder.resolve("begin-finish.c"));
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(editor), IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.settle();
        return new SeedCopy(editor);
    }

    /** Replaces a text and puts the caret some characters behind its beginning. */
    SeedCopy type(String old, String by, int caret) {
        Ui.on(() -> {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            int at = document.get().indexOf(old);
            document.replace(at, old.length(), by);
            editor.selectAndReveal(at + caret, 0);
            return null;
        });
        Ui.settle();
        return this;
    }

    /** Runs an action of the editor, and waits until it has brought a window. */
    void run(String action) {
        Ui.on(() -> {
            editor.setFocus();
            editor.getAction(action).run();
            return null;
        });
        Ui.await("something has opened",
                () -> Stream.of(editor.getSite().getShell().getDisplay().getShells()).filter(Shell::isVisible)
                        .count() > 1);
        Ui.settle();
    }

}
