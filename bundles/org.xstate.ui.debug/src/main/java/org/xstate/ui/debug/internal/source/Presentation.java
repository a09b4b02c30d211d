package org.xstate.ui.debug.internal.source;

import java.util.Optional;

import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorRegistry;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.xstate.sim.trace.StateNode;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.breakpoints.LineStop;
import org.xstate.ui.debug.internal.breakpoints.XstateBreakpoint;
import org.xstate.ui.debug.internal.model.XstateFrame;
import org.xstate.ui.debug.internal.model.XstateValue;

/** Labels of what is debugged, and the editors for its text. */
public final class Presentation extends LabelProvider implements IDebugModelPresentation {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @Override
    public String getText(Object element) {
        return switch (element) {
            case XstateFrame frame -> NLS.bind(Messages.frame, new Object[]{frame.getName(),
                frame.target().session().scenario().shortened(frame.place().file()),
                frame.place().line()});
            case XstateBreakpoint breakpoint -> text(breakpoint);
            // null asks for the platform's own label
            default -> null;
        };
    }

    private static String text(XstateBreakpoint breakpoint) {
        String hits = breakpoint.hits() > 0 ? NLS.bind(Messages.breakpoint_hits, breakpoint.hits()) : "";
        String condition = breakpoint.condition().isEmpty()
                ? ""
                : NLS.bind(Messages.breakpoint_condition, breakpoint.condition());
        return breakpoint.text() + hits + condition;
    }

    @Override
    public Image getImage(Object element) {
        return null;
    }

    @Override
    public void computeDetail(IValue value, IValueDetailListener listener) {
        listener.detailComputed(value,
                value instanceof XstateValue one ? detail(one.node()) : "");
    }

    private static String detail(StateNode node) {
        String numbers = node.word().map(word -> NLS.bind(Messages.detail_numbers, Long.toString(word),
                "0x" + Long.toHexString(word))).orElse("");
        String head = NLS.bind(Messages.detail, new Object[]{node.path(), node.value()});
        return (node.type().isEmpty() ? "" : node.type() + "  ") + head + numbers;
    }

    @Override
    public IEditorInput getEditorInput(Object element) {
        return switch (element) {
            case IFile file -> new FileEditorInput(file);
            case IFileStore store -> new FileStoreEditorInput(store);
            case LibraryInput library -> library;
            case LineStop line -> input(line);
            default -> null;
        };
    }

    private static IEditorInput input(LineStop line) {
        return line.getMarker().getResource() instanceof IFile file ? new FileEditorInput(file) : null;
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        IEditorRegistry registry = PlatformUI.getWorkbench().getEditorRegistry();
        boolean known = registry.findEditor(LibraryInput.EDITOR) != null;
        try {
            if (input instanceof IFileEditorInput file && !file.getName().endsWith(".c")
                    && !file.getName().endsWith(".h")) {
                return IDE.getEditorDescriptor(file.getFile(), true, false).getId();
            }
        } catch (PartInitException e) {
            // no editor of its own: text
            return TEXT_EDITOR;
        }
        return Optional.ofNullable(registry.getDefaultEditor(input.getName()))
                .filter(_ -> !known).map(IEditorDescriptor::getId)
                .orElse(known ? LibraryInput.EDITOR : TEXT_EDITOR);
    }

    @Override
    public void setAttribute(String attribute, Object value) {
        // labels are the same with and without type names
    }

}
