package org.xstate.ui.debug.internal.breakpoints;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.ui.IWorkbenchPart;

/** What the platform asks of text editors so that lines can be stopped at and run to. */
public final class EditorAdapters implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> adapter) {
        boolean model = adaptable instanceof IWorkbenchPart part && Editors.isModel(part);
        if (model && adapter == IToggleBreakpointsTarget.class) {
            return adapter.cast(new Toggle());
        }
        return model && adapter == IRunToLineTarget.class ? adapter.cast(new RunToLine()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[]{IToggleBreakpointsTarget.class, IRunToLineTarget.class};
    }
}
