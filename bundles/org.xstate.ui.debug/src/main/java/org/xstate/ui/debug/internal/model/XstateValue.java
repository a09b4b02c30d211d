package org.xstate.ui.debug.internal.model;

import java.util.List;
import java.util.Optional;

import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.xstate.sim.trace.StateNode;
import org.xstate.ui.debug.internal.Numbers;

/** A value with its parts. */
public final class XstateValue extends XstateElement implements IValue {

    private final StateNode node;
    private final String scope;
    private Optional<List<XstateVariable>> parts = Optional.empty();

    public XstateValue(XstateTarget target, StateNode node, String scope) {
        super(target);
        this.node = node;
        this.scope = scope;
    }

    public StateNode node() {
        return node;
    }

    @Override
    public String getReferenceTypeName() {
        return node.type();
    }

    @Override
    public String getValueString() {
        return Numbers.areHexadecimal() ? node.hexadecimal() : node.value();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public synchronized IVariable[] getVariables() {
        if (parts.isEmpty()) {
            parts = Optional.of(node.parts().get().stream()
                    .map(part -> new XstateVariable(target(), part, scope)).toList());
        }
        return parts.get().toArray(IVariable[]::new);
    }

    @Override
    public boolean hasVariables() {
        return node.parent();
    }
}
