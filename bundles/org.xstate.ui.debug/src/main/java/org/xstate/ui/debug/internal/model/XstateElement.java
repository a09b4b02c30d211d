package org.xstate.ui.debug.internal.model;

import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.DebugElement;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.session.Session;

/** Something that is debugged. */
public abstract class XstateElement extends DebugElement {

    /** @param target null for the target itself, as the platform wants it */
    XstateElement(XstateTarget target) {
        super(target);
    }

    /** The target that it is of. */
    public XstateTarget target() {
        return (XstateTarget) getDebugTarget();
    }

    @Override
    public String getModelIdentifier() {
        return DebugModel.ID;
    }

    @Override
    public ILaunch getLaunch() {
        return target().getLaunch();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == Session.class) {
            return (T) target().session();
        }
        if (adapter == ILaunch.class) {
            return (T) getLaunch();
        }
        return super.getAdapter(adapter);
    }
}
