package org.xstate.ui.check.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.check.internal.checks.Target;
import org.xstate.ui.session.RecordingOpener;

/** Shows files and counterexamples in the parts that are made for them. On the thread of the user interface. */
public final class Opening {

    private Opening() {
    }

    /** Opens a file at a line, from 1. */
    public static void file(IWorkbenchPage page, Path file, int line) {
        if (!Files.isRegularFile(file)) {
            problem(NLS.bind(Messages.open_noFile, file));
            return;
        }
        try {
            Optional<IFile> resource = Target.resource(file);
            IEditorPart editor = resource.isPresent()
                    ? IDE.openEditor(page, resource.get())
                    : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
            reveal(editor, line);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    /** Opens a file of the program's own at a line, from 1. */
    public static void input(IWorkbenchPage page, LibraryInput input, int line) {
        try {
            reveal(IDE.openEditor(page, input, LibraryInput.EDITOR), line);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private static void reveal(IEditorPart editor, int line) {
        Optional<ITextEditor> text = Optional.ofNullable(editor.getAdapter(ITextEditor.class));
        text.ifPresent(one -> {
            IDocument document = one.getDocumentProvider().getDocument(one.getEditorInput());
            try {
                int at = Math.clamp(line, 1, document.getNumberOfLines()) - 1;
                one.selectAndReveal(document.getLineOffset(at), document.getLineLength(at));
            } catch (BadLocationException e) {
                problem(NLS.bind(Messages.open_noFile, line));
            }
        });
    }

    /** Opens a counterexample in the debugger. */
    public static void recording(String label, Scenario scenario, TraceFile trace) {
        BundleContext context = FrameworkUtil.getBundle(Opening.class).getBundleContext();
        ServiceReference<RecordingOpener> reference = context.getServiceReference(RecordingOpener.class);
        if (reference == null) {
            problem(Messages.open_noDebugger);
            return;
        }
        try {
            context.getService(reference).open(label, scenario, trace);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Tells the user what cannot be done. */
    public static void problem(String message) {
        StatusManager.getManager().handle(new Status(Status.WARNING, Opening.class, message),
                StatusManager.SHOW);
    }
}
