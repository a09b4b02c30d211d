package org.xstate.ui.console.internal;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;

/**
 * A line of a file that a command named: relative to the shell's folder, beside a file that the command was given, or of the
 * library behind a model that it was given.
 */
final class PlaceLink implements IHyperlink {

    private final ShellConsole console;
    private final List<Path> operands;
    private final String name;
    private final int line;

    /** @param operands files that the command was given @param line from 1 */
    PlaceLink(ShellConsole console, List<Path> operands, String name, int line) {
        this.console = console;
        this.operands = operands;
        this.name = name;
        this.line = line;
    }

    @Override
    public void linkEntered() {
        // the console underlines it
    }

    @Override
    public void linkExited() {
        // the console underlines it
    }

    @Override
    public void linkActivated() {
        Optional<Path> file = Stream
                .concat(Stream.of(console.folder().resolve(name)),
                        operands.stream().map(operand -> operand.resolveSibling(name)))
                .filter(Files::isRegularFile).findFirst();
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        if (file.isPresent()) {
            open(() -> editor(page, file.get()));
            return;
        }
        ViewJobs.run(name, page.getWorkbenchWindow().getShell(), this::library,
                text -> text.ifPresentOrElse(
                        found -> open(
                                () -> IDE.openEditor(page, new LibraryInput(name, found),
                                        LibraryInput.EDITOR)),
                        () -> problem(NLS.bind(Messages.shell_noSuchFile, name, console.folder()))));
    }

    /** What the model was compiled behind; the library differs by kernel, processor and plugins. */
    private Optional<String> library() {
        try (Contributed contributed = Contributed.open()) {
            return contributed.current()
                    .flatMap(contributions -> operands.stream()
                            .filter(operand -> operand.toString().endsWith(".c")
                                    && Files.isRegularFile(operand))
                            .flatMap(operand -> ScenarioLoader
                                    .load(operand.toString(), Settings.loading(contributions)).stream())
                            .map(LoadedScenario::scenario).flatMap(Optional::stream)
                            .flatMap(scenario -> scenario.files().text(name).stream()).findFirst());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static IEditorPart editor(IWorkbenchPage page, Path file) throws PartInitException {
        IFile[] resources = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
        return resources.length > 0
                ? IDE.openEditor(page, resources[0])
                : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
    }

    private interface Opening {
        IEditorPart editor() throws PartInitException;
    }

    private void open(Opening opening) {
        try {
            Optional.ofNullable(opening.editor().getAdapter(ITextEditor.class)).ifPresent(this::reveal);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void reveal(ITextEditor editor) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        try {
            int at = Math.clamp(line, 1, document.getNumberOfLines()) - 1;
            editor.selectAndReveal(document.getLineOffset(at), document.getLineLength(at));
        } catch (BadLocationException e) {
            problem(e.getMessage());
        }
    }

    private static void problem(String message) {
        StatusManager.getManager().handle(new Status(Status.WARNING, PlaceLink.class, message),
                StatusManager.SHOW);
    }
}
