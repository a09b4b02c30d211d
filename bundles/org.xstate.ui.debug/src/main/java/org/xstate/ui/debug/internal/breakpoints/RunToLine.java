package org.xstate.ui.debug.internal.breakpoints;

import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.debug.internal.commands.Selected;

/** On to the line of the caret, whoever executes it. */
public final class RunToLine implements IRunToLineTarget {

    @Override
    public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        if (part instanceof ITextEditor editor) {
            Editors.place(editor, selection).ifPresent(
                    place -> Selected.thread(target).ifPresent(thread -> thread.runTo(place)));
        }
    }

    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume target) {
        return Editors.isModel(part)
                && Selected.thread(target).filter(thread -> thread.canResume()).isPresent();
    }
}
