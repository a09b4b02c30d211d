package org.xstate.ui.debug.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IResource;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointListener;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.breakpoints.Editors;
import org.xstate.ui.debug.internal.breakpoints.LineStop;
import org.xstate.ui.debug.internal.commands.Selected;
import org.xstate.ui.debug.internal.model.XstateFrame;
import org.xstate.ui.debug.internal.model.XstateThread;

/**
 * Marks in editors what the platform does not: where the other CPUs and tasks of the session stand, and breakpoints in text
 * that is no file of the workspace. On the thread of the user interface.
 */
public final class Annotator implements IDebugEventSetListener, IBreakpointListener {

    /** Where somebody else stands. */
    private static final String OTHER = "org.xstate.ui.debug.otherPlace";

    /** A breakpoint of a text without markers. */
    private static final String STOP = "org.xstate.ui.debug.libraryBreakpoint";

    private static boolean runs;

    private record Mark(String file, int line, Annotation annotation) {
    }

    private Annotator() {
    }

    /** From now on. */
    public static void begin() {
        if (!runs) {
            runs = true;
            Annotator annotator = new Annotator();
            DebugPlugin.getDefault().addDebugEventListener(annotator);
            DebugPlugin.getDefault().getBreakpointManager().addBreakpointListener(annotator);
        }
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            boolean stands = event.getKind() == DebugEvent.SUSPEND || event.getKind() == DebugEvent.TERMINATE;
            if (stands && event.getSource() instanceof XstateThread) {
                later();
                return;
            }
        }
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        later();
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        later();
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        later();
    }

    private static void later() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(Annotator::refresh);
        }
    }

    private static void refresh() {
        List<Mark> marks = marks();
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    if (reference.getEditor(false) instanceof ITextEditor editor && Editors.isModel(editor)) {
                        annotate(editor, marks);
                    }
                }
            }
        }
    }

    private static List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Selected.thread().filter(thread -> !thread.isTerminated()).ifPresent(shown -> {
            for (var thread : shown.target().getThreads()) {
                if (thread != shown && thread instanceof XstateThread other
                        && other.getTopStackFrame() instanceof XstateFrame frame) {
                    marks.add(new Mark(frame.place().file(), frame.place().line(), new Annotation(OTHER,
                            false, NLS.bind(Messages.stands_here, other.getName()))));
                }
            }
        });
        for (IBreakpoint one : DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints(DebugModel.ID)) {
            if (one instanceof LineStop line && line.getMarker().exists()
                    && line.getMarker().getResource().getType() == IResource.ROOT) {
                marks.add(new Mark(line.file(), line.line(), new Annotation(STOP, false, line.text())));
            }
        }
        return marks;
    }

    private static void annotate(ITextEditor editor, List<Mark> marks) {
        Optional<String> file = Editors.file(editor.getEditorInput());
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (file.isEmpty() || document == null || !(model instanceof IAnnotationModelExtension extension)) {
            return;
        }
        List<Annotation> old = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation one = all.next();
            if (one.getType().equals(OTHER) || one.getType().equals(STOP)) {
                old.add(one);
            }
        }
        Map<Annotation, Position> made = new HashMap<>();
        marks.stream().filter(mark -> mark.file().equals(file.get()) && mark.line() >= 1
                && mark.line() <= document.getNumberOfLines())
                .forEach(mark -> made.put(mark.annotation(), position(document, mark.line())));
        if (!old.isEmpty() || !made.isEmpty()) {
            extension.replaceAnnotations(old.toArray(Annotation[]::new), made);
        }
    }

    private static Position position(IDocument document, int line) {
        try {
            return new Position(document.getLineOffset(line - 1), document.getLineLength(line - 1));
        } catch (BadLocationException e) {
            throw new IllegalStateException("a line that the document has", e);
        }
    }
}
