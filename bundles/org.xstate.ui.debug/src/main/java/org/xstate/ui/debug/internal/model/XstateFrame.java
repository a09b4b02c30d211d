package org.xstate.ui.debug.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDropToFrame;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.run.LocalValue;
import org.xstate.sim.debug.Call;
import org.xstate.sim.debug.CallStack;
import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Locals;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.StateTree;

/** A call. */
public final class XstateFrame extends XstateElement implements IStackFrame, IDropToFrame {

    private final XstateThread thread;
    private final CallStack stack;
    private final int depth;
    private Optional<List<XstateVariable>> variables = Optional.empty();

    /** @param depth of the call in the stack, from 0, which is the outermost */
    XstateFrame(XstateThread thread, CallStack stack, int depth) {
        super(thread.target());
        this.thread = thread;
        this.stack = stack;
        this.depth = depth;
    }

    public CallStack stack() {
        return stack;
    }

    /** From 0, which is the outermost call. */
    public int depth() {
        return depth;
    }

    private Call call() {
        return stack.calls().get(depth);
    }

    /** The statement that comes next, or the call that is under way. */
    public Span place() {
        return stack.place(depth);
    }

    @Override
    public IThread getThread() {
        return thread;
    }

    /** The thread that it is of. */
    public XstateThread thread() {
        return thread;
    }

    @Override
    public synchronized IVariable[] getVariables() {
        if (variables.isEmpty()) {
            variables = Optional.of(target().session().read(this::variables));
        }
        return variables.get().toArray(IVariable[]::new);
    }

    private List<XstateVariable> variables(Simulation simulation) {
        StateTree tree = target().tree();
        long[] state = simulation.state();
        List<XstateVariable> all = new ArrayList<>();
        String function = call().function() + "/";
        for (LocalValue local : locals(simulation)) {
            all.add(new XstateVariable(target(), tree.local(local, state), function));
        }
        tree.groups(state).forEach(group -> all.add(new XstateVariable(target(), group, "")));
        return all;
    }

    private List<LocalValue> locals(Simulation simulation) {
        boolean between = new org.xstate.sim.debug.Places(simulation).of(thread.subject()).isEmpty();
        return between ? List.of() : Locals.of(simulation, thread.subject(), stack, depth);
    }

    /** What the locals hold, by the session as it is now. */
    public List<LocalValue> locals() {
        return target().session().read(this::locals);
    }

    @Override
    public boolean hasVariables() {
        return true;
    }

    @Override
    public int getLineNumber() {
        return place().line();
    }

    @Override
    public int getCharStart() {
        return -1;
    }

    @Override
    public int getCharEnd() {
        return -1;
    }

    @Override
    public String getName() {
        return call().function();
    }

    @Override
    public IRegisterGroup[] getRegisterGroups() {
        return new IRegisterGroup[0];
    }

    @Override
    public boolean hasRegisterGroups() {
        return false;
    }

    @Override
    public boolean canDropToFrame() {
        return target().canGoBack() && depth == stack.depth() - 1;
    }

    /** Goes back to where the function was called. */
    @Override
    public void dropToFrame() throws DebugException {
        thread.step(Goal.Step.OUT, true);
    }

    @Override
    public boolean canStepInto() {
        return thread.canStepInto();
    }

    @Override
    public boolean canStepOver() {
        return thread.canStepOver();
    }

    @Override
    public boolean canStepReturn() {
        return thread.canStepReturn();
    }

    @Override
    public boolean isStepping() {
        return thread.isStepping();
    }

    @Override
    public void stepInto() {
        thread.stepInto();
    }

    @Override
    public void stepOver() {
        thread.stepOver();
    }

    @Override
    public void stepReturn() {
        thread.stepReturn();
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return thread.isSuspended();
    }

    @Override
    public void resume() {
        thread.resume();
    }

    @Override
    public void suspend() {
        thread.suspend();
    }

    @Override
    public boolean canTerminate() {
        return thread.canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public void terminate() {
        thread.terminate();
    }
}
