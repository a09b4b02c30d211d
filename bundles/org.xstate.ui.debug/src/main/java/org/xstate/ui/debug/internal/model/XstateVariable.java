package org.xstate.ui.debug.internal.model;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.xstate.sim.trace.StateNode;
import org.xstate.ui.debug.internal.Messages;

/** Something in the state that has a name. A state is a fact: it is not changed here, but by going another way. */
public final class XstateVariable extends XstateElement implements IVariable {

    private final StateNode node;
    private final XstateValue value;
    private final boolean changed;

    /** @param scope names the call of a local; empty for what the state has once */
    XstateVariable(XstateTarget target, StateNode node, String scope) {
        super(target);
        this.node = node;
        this.value = new XstateValue(target, node, scope);
        this.changed = target.differs(scope + node.path(), node.value());
    }

    public StateNode node() {
        return node;
    }

    @Override
    public IValue getValue() {
        return value;
    }

    @Override
    public String getName() {
        return node.name();
    }

    @Override
    public String getReferenceTypeName() {
        return node.type();
    }

    @Override
    public boolean hasValueChanged() {
        return changed;
    }

    @Override
    public boolean supportsValueModification() {
        return false;
    }

    @Override
    public void setValue(String expression) throws DebugException {
        notSupported(Messages.not_changed, null);
    }

    @Override
    public void setValue(IValue other) throws DebugException {
        notSupported(Messages.not_changed, null);
    }

    @Override
    public boolean verifyValue(String expression) {
        return false;
    }

    @Override
    public boolean verifyValue(IValue other) {
        return false;
    }
}
