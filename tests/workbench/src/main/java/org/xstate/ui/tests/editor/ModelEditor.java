package org.xstate.ui.tests.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.tests.Ui;

/** An editor of model C that a test drives. */
final class ModelEditor {

    static final String ID = "org.xstate.ui.editor.modelC";
    static final Path ROOT = Path.of(System.getProperty("xstate.root"));

    private final ITextEditor editor;

    private ModelEditor(ITextEditor editor) {
        this.editor = editor;
    }

    /** Opens a file of the checkout: {@code examples/seed/begin-finish.c}. */
    static ModelEditor open(String file) {
        return open(ROOT.resolve(file));
    }

    static ModelEditor open(Path file) {
        IEditorPart part = Ui.on(() -> IDE.openEditorOnFileStore(Ui.page(),
                EFS.getLocalFileSystem().getStore(file.toUri())));
        Ui.settle();
        return new ModelEditor((ITextEditor) part);
    }

    /** Copies the seed example with what it includes, so that it can be changed. @return the file of the example */
    static Path seed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/seed"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder.resolve("begin-finish.c");
    }

    /** The editor that has come to the front. */
    static ModelEditor active() {
        return new ModelEditor((ITextEditor) Ui.on(() -> Ui.page().getActiveEditor()));
    }

    ITextEditor part() {
        return editor;
    }

    StyledText widget() {
        return (StyledText) Ui.on(() -> editor.getAdapter(Control.class));
    }

    IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    String text() {
        return Ui.on(() -> document().get());
    }

    /** Puts the caret before the n-th occurrence of a text, from 1. */
    ModelEditor caret(String before, int nth) {
        int at = -1;
        String text = text();
        for (int i = 0; i < nth; i++) {
            at = text.indexOf(before, at + 1);
        }
        if (at < 0) {
            throw new AssertionError("there is no '" + before + "' in " + editor.getTitle());
        }
        return select(at, 0);
    }

    ModelEditor select(int offset, int length) {
        Ui.on(() -> {
            Ui.page().activate(editor);
            editor.selectAndReveal(offset, length);
            return null;
        });
        Ui.settle();
        return this;
    }

    /** Replaces a text, as typing does. */
    ModelEditor replace(String old, String by) {
        int at = text().indexOf(old);
        Ui.on(() -> {
            document().replace(at, old.length(), by);
            return null;
        });
        return this;
    }

    /** Executes a command in the active part. */
    static void execute(String command) {
        Ui.on(() -> Ui.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command,
                null));
        Ui.settle();
    }

    /** What is annotated with that type, by what is asked about each. */
    <T> List<T> annotations(String type, Function<Annotation, T> ask) {
        return Ui.on(() -> annotated(type).map(ask).toList());
    }

    /** The texts that annotations of that type lie over. */
    List<String> annotatedTexts(String type) {
        return Ui.on(() -> {
            IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
            return annotated(type).map(model::getPosition)
                    .map(place -> document().get().substring(place.offset, place.offset + place.length))
                    .toList();
        });
    }

    private Stream<Annotation> annotated(String type) {
        Iterator<Annotation> all = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput())
                .getAnnotationIterator();
        Iterable<Annotation> iterable = () -> all;
        return StreamSupport.stream(iterable.spliterator(), false)
                .filter(one -> !one.isMarkedDeleted() && one.getType().equals(type));
    }

    /** Closes it without saving. */
    void close() {
        Ui.on(() -> Ui.page().closeEditor(editor, false));
        Ui.settle();
    }
}
