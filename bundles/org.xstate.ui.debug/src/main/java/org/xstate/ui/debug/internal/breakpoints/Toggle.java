package org.xstate.ui.debug.internal.breakpoints;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** Breakpoints at lines, by the ruler's double click and the platform's command. */
public final class Toggle implements IToggleBreakpointsTarget {

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        if (part instanceof ITextEditor editor) {
            Editors.toggle(editor, selection);
        }
    }

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return Editors.isModel(part);
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        if (part instanceof ITextEditor editor) {
            Optional<String> name = Editors.name(editor, selection);
            if (name.isPresent()) {
                Editors.toggleFunction(name.get());
            }
        }
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return part instanceof ITextEditor editor && Editors.isModel(part)
                && Editors.name(editor, selection).isPresent();
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        // what is watched is an expression, not a line
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }
}
