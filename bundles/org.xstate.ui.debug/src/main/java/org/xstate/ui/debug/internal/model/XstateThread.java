package org.xstate.ui.debug.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.osgi.util.NLS;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Transition;
import org.xstate.sim.debug.Call;
import org.xstate.sim.debug.CallStack;
import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Places;
import org.xstate.sim.debug.Sight;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.debug.Subject;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.ui.debug.internal.Messages;

/**
 * A CPU, with what executes there, or a task; in rule form the whole model. A task that is on a CPU has its calls there, below
 * those of the interrupts that have come over it.
 */
public final class XstateThread extends XstateElement implements IThread {

    private final Subject subject;
    private final int task;
    private Frames frames = new Frames(-1, List.of());

    /** Frames are made anew when the session has moved. */
    private record Frames(int version, List<XstateFrame> all) {
    }

    /** @param task position of the task in its pool, or -1 */
    XstateThread(XstateTarget target, Subject subject, int task) {
        super(target);
        this.subject = subject;
        this.task = task;
    }

    /** Whose statements are stepped here. */
    public Subject subject() {
        return subject;
    }

    /** Whether a step was one of this one. */
    boolean moves(Transition by) {
        Machine machine = target().session().scenario().machine();
        return switch (subject) {
            case Subject.Everyone _ -> true;
            case Subject.Cpu(int number) -> by.cpu() == number;
            case Subject.Process(int number) -> by.action() - machine.rules().size() == number;
        };
    }

    /** The CPU on which the task is. */
    private OptionalInt cpu(Simulation simulation) {
        Places places = new Places(simulation);
        return task < 0
                ? OptionalInt.empty()
                : IntStream.range(0, simulation.machine().cpus())
                        .filter(cpu -> places.current(cpu).equals(OptionalInt.of(task))).findFirst();
    }

    @Override
    public synchronized IStackFrame[] getStackFrames() {
        if (frames.version != target().version()) {
            int version = target().version();
            frames = new Frames(version, target().session().read(this::frames));
        }
        return frames.all.toArray(IStackFrame[]::new);
    }

    private List<XstateFrame> frames(Simulation simulation) {
        if (cpu(simulation).isPresent()) {
            return List.of();
        }
        Optional<CallStack> stack = new Places(simulation).of(subject);
        if (stack.isEmpty()) {
            return between(simulation);
        }
        return IntStream.iterate(stack.get().depth() - 1, depth -> depth >= 0, depth -> depth - 1)
                .mapToObj(depth -> new XstateFrame(this, stack.get(), depth)).toList();
    }

    /** Nothing is under way: where the last statement was, so that there is a place from which the state is seen. */
    private List<XstateFrame> between(Simulation simulation) {
        if (subject instanceof Subject.Process) {
            return List.of();
        }
        Position at = simulation.position();
        for (int step = at.step(); step > 0; step--) {
            Transition by = simulation.moment(step).by();
            if (moves(by) && !by.events().isEmpty()) {
                int last = step == at.step() ? Math.max(1, at.event()) : by.events().size();
                return List.of(after(new Sight(simulation, new Position(step, last), by,
                        by.events().get(last - 1)).stack()));
            }
        }
        return beginning(simulation);
    }

    private XstateFrame after(CallStack last) {
        Call call = new Call(NLS.bind(Messages.frame_after, last.calls().getLast().function()),
                Optional.empty(), last.calls().getLast().procedure(), 0);
        return new XstateFrame(this, new CallStack(List.of(call), last.place(), last.statement()), 0);
    }

    private List<XstateFrame> beginning(Simulation simulation) {
        Machine machine = simulation.machine();
        if (machine.rules().isEmpty()) {
            return List.of();
        }
        Machine.RuleEntry rule = machine.rules().getFirst();
        Call call = new Call(Messages.rules_begin, Optional.empty(), rule.procedure(), 0);
        return List.of(new XstateFrame(this, new CallStack(List.of(call), rule.span(), rule.name()), 0));
    }

    @Override
    public boolean hasStackFrames() {
        return getStackFrames().length > 0;
    }

    @Override
    public IStackFrame getTopStackFrame() {
        IStackFrame[] all = getStackFrames();
        return all.length == 0 ? null : all[0];
    }

    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public String getName() {
        return target().session().read(simulation -> switch (subject) {
            case Subject.Everyone _ -> Messages.thread_rules;
            case Subject.Cpu(int number) ->
                NLS.bind(Messages.thread_cpu, number, running(simulation, number));
            case Subject.Process(int number) -> NLS.bind(Messages.thread_task,
                    simulation.machine().processes().get(number).name(), where(simulation, number));
        });
    }

    private String running(Simulation simulation, int cpu) {
        List<String> running = target().tree().running(simulation.state());
        String task = cpu < running.size() ? running.get(cpu) : "";
        List<String> above = new Places(simulation).contexts(cpu).stream()
                .map(simulation.machine().processes()::get)
                .filter(process -> process.kind() != Process.Kind.TASK).map(Process::name).toList();
        return above.isEmpty() ? task : NLS.bind(Messages.thread_over, above.getLast(), task);
    }

    private String where(Simulation simulation, int process) {
        OptionalInt cpu = cpu(simulation);
        if (cpu.isPresent()) {
            return NLS.bind(Messages.task_on, cpu.getAsInt());
        }
        boolean ended = new Places(simulation).of(new Subject.Process(process)).isEmpty();
        return ended ? Messages.task_ended : Messages.task_off;
    }

    @Override
    public IBreakpoint[] getBreakpoints() {
        return target().active() == this ? target().hit().toArray(IBreakpoint[]::new) : new IBreakpoint[0];
    }

    @Override
    public boolean canResume() {
        return target().canResume();
    }

    @Override
    public boolean canSuspend() {
        return target().canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return target().isSuspended();
    }

    @Override
    public void resume() {
        target().move(this, new Goal.End(false), true);
    }

    @Override
    public void suspend() {
        target().suspend();
    }

    /** One line of this one. */
    public void step(Goal.Step step, boolean back) {
        target().move(this, new Goal.Line(subject, step, back), true);
    }

    /** Back to the last place before this one at which a breakpoint stops, or to the beginning. */
    public void resumeBack() {
        target().move(this, new Goal.End(true), true);
    }

    /** On to the violation or the end, whatever breakpoints there are. */
    public void runToEnd() {
        target().move(this, new Goal.End(false), false);
    }

    /** On to a line. */
    public void runTo(StopPoint place) {
        target().move(this, new Goal.Place(place), true);
    }

    @Override
    public boolean canStepInto() {
        return canResume();
    }

    @Override
    public boolean canStepOver() {
        return canResume();
    }

    @Override
    public boolean canStepReturn() {
        return canResume();
    }

    @Override
    public boolean isStepping() {
        return !isSuspended() && !isTerminated() && target().active() == this;
    }

    @Override
    public void stepInto() {
        step(Goal.Step.INTO, false);
    }

    @Override
    public void stepOver() {
        step(Goal.Step.OVER, false);
    }

    @Override
    public void stepReturn() {
        step(Goal.Step.OUT, false);
    }

    @Override
    public boolean canTerminate() {
        return target().canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return target().isTerminated();
    }

    @Override
    public void terminate() {
        target().terminate();
    }
}
