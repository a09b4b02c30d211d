package org.xstate.ui.debug.internal.breakpoints;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.sim.debug.StopPoint;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.source.Annotator;

/** Lines of editors that show model C. */
public final class Editors {

    private Editors() {
    }

    /** Whether an editor shows model C. */
    public static boolean isModel(IWorkbenchPart part) {
        return part instanceof ITextEditor editor && isModel(editor.getEditorInput());
    }

    private static boolean isModel(IEditorInput input) {
        String name = input.getName();
        return input instanceof LibraryInput || name.endsWith(".c") || name.endsWith(".h");
    }

    /** The line of a selection, from 1. */
    static int line(ISelection selection) {
        return selection instanceof ITextSelection text ? text.getStartLine() + 1 : 1;
    }

    private static Optional<IFile> resource(IEditorInput input) {
        return Optional.ofNullable(input.getAdapter(IFile.class));
    }

    /** As scenarios name the text when they are loaded; empty for a text that is nowhere. */
    public static Optional<String> file(IEditorInput input) {
        return switch (input) {
            case LibraryInput library -> Optional.of(library.file());
            case IURIEditorInput uri -> Optional.of(java.nio.file.Path.of(uri.getURI()).toString());
            default -> resource(input).flatMap(file -> Optional.ofNullable(file.getLocation()))
                    .map(path -> path.toString());
        };
    }

    /** Sets a breakpoint at a line, or removes those that are there. */
    static void toggle(ITextEditor editor, ISelection selection) throws CoreException {
        IEditorInput input = editor.getEditorInput();
        Optional<String> file = file(input);
        int line = line(selection);
        if (file.isEmpty()) {
            return;
        }
        boolean removed = false;
        for (IBreakpoint one : DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints(DebugModel.ID)) {
            if (one instanceof LineStop known && known.line() == line && known.file().equals(file.get())) {
                known.delete();
                removed = true;
            }
        }
        if (!removed) {
            Optional<IFile> resource = resource(input);
            LineStop made = resource.isPresent()
                    ? new LineStop(resource.get(), line)
                    : new LineStop(file.get(), line);
            Annotator.begin();
            DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(made);
        }
    }

    /** The name at the caret, or the one that is selected. */
    static Optional<String> name(ITextEditor editor, ISelection selection) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || !(selection instanceof ITextSelection text) || text.getOffset() < 0) {
            return Optional.empty();
        }
        String all = document.get();
        int from = Math.min(text.getOffset(), all.length());
        int to = from;
        while (from > 0 && Character.isJavaIdentifierPart(all.charAt(from - 1))) {
            from--;
        }
        while (to < all.length() && Character.isJavaIdentifierPart(all.charAt(to))) {
            to++;
        }
        return Optional.of(all.substring(from, to)).filter(name -> name.matches(FunctionStop.NAME));
    }

    /** Sets a breakpoint at a function, or removes those that are there. */
    static void toggleFunction(String name) throws CoreException {
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        boolean removed = false;
        for (IBreakpoint one : manager.getBreakpoints(DebugModel.ID)) {
            if (one instanceof FunctionStop known && known.function().equals(name)) {
                known.delete();
                removed = true;
            }
        }
        if (!removed) {
            manager.addBreakpoint(new FunctionStop(name));
        }
    }

    /** The place that is selected. */
    static Optional<StopPoint> place(ITextEditor editor, ISelection selection) {
        return file(editor.getEditorInput()).map(file -> new StopPoint.Line(file, line(selection)));
    }
}
