package org.xstate.ui.debug.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.osgi.util.NLS;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.debug.Subject;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.StateTree;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.breakpoints.BreakpointStop;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;

/** The machine of a session. It follows the session, whoever moves it. */
public final class XstateTarget extends XstateElement implements IDebugTarget {

    private final ILaunch launch;
    private final Session session;
    private final StateTree tree;
    private final Looking looking;
    private final List<XstateThread> threads;
    private final Session.Listener follower = (_, _) -> moved();
    private volatile XstateThread active;
    private volatile Optional<MoveJob> job = Optional.empty();
    private volatile List<IBreakpoint> hit = List.of();
    private volatile boolean terminated;
    private volatile int version;
    private Map<String, String> before = Map.of();
    private Map<String, String> now = new ConcurrentHashMap<>();

    public XstateTarget(ILaunch launch, Session session) {
        super(null);
        this.launch = launch;
        this.session = session;
        this.tree = new StateTree(session.scenario());
        this.looking = new Looking(session.scenario());
        this.threads = threads(session.scenario().machine());
        this.active = threads.getFirst();
    }

    private List<XstateThread> threads(Machine machine) {
        if (!machine.rules().isEmpty()) {
            return List.of(new XstateThread(this, new Subject.Everyone(), -1));
        }
        List<XstateThread> all = new ArrayList<>();
        IntStream.range(0, machine.cpus())
                .forEach(cpu -> all.add(new XstateThread(this, new Subject.Cpu(cpu), -1)));
        for (int i = 0; i < machine.processes().size(); i++) {
            Process process = machine.processes().get(i);
            if (process.kind() == Process.Kind.TASK) {
                all.add(new XstateThread(this, new Subject.Process(i), process.instance()));
            }
        }
        return List.copyOf(all);
    }

    /** Makes it known: from now on it follows the session, and breakpoints hold. */
    public void start() {
        session.addListener(follower);
        launch.addDebugTarget(this);
        fireCreationEvent();
        threads.forEach(XstateThread::fireCreationEvent);
        Sessions.activate(Optional.of(session));
        moved();
    }

    @Override
    public XstateTarget target() {
        return this;
    }

    @Override
    public IDebugTarget getDebugTarget() {
        return this;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    public Session session() {
        return session;
    }

    /** What tells states of the session. */
    public StateTree tree() {
        return tree;
    }

    Looking looking() {
        return looking;
    }

    /** Grows whenever the session has moved. */
    int version() {
        return version;
    }

    /** The thread that moved last, or was chosen. */
    public XstateThread active() {
        return active;
    }

    /** Notes what a variable shows; whether it showed something else where the session stood before. */
    boolean differs(String key, String value) {
        now.put(key, value);
        return before.containsKey(key) && !before.get(key).equals(value);
    }

    private void moved() {
        if (terminated) {
            return;
        }
        if (!now.isEmpty()) {
            before = now;
            now = new ConcurrentHashMap<>();
        }
        version++;
        active = acting();
        fireChangeEvent(DebugEvent.CONTENT);
        if (job.isEmpty()) {
            active.fireSuspendEvent(DebugEvent.UNSPECIFIED);
        }
    }

    /** The thread that is shown: the one before if it is the one that was moved, else the CPU on which something was. */
    private XstateThread acting() {
        return session.read(simulation -> {
            int step = simulation.position().step();
            if (step == 0 || active.moves(simulation.moment(step).by())) {
                return active;
            }
            return threads.stream().filter(thread -> thread.moves(simulation.moment(step).by()))
                    .findFirst().orElse(active);
        });
    }

    /** Moves the session in the background. */
    void move(XstateThread thread, Goal goal, boolean breakpoints) {
        if (!canResume()) {
            return;
        }
        active = thread;
        hit = List.of();
        MoveJob next = new MoveJob(this, goal, breakpoints);
        job = Optional.of(next);
        thread.fireResumeEvent(
                goal instanceof Goal.End ? DebugEvent.CLIENT_REQUEST : DebugEvent.STEP_OVER);
        next.schedule();
    }

    /** @param stopped why; empty if somebody stopped it */
    void ended(Optional<Movement.Progress.Stopped> stopped) {
        job = Optional.empty();
        hit = stopped.flatMap(Movement.Progress.Stopped::at).stream()
                .filter(BreakpointStop.class::isInstance).map(BreakpointStop.class::cast)
                .map(BreakpointStop::breakpoint).toList();
        if (terminated) {
            return;
        }
        int detail = stopped.map(Movement.Progress.Stopped::reason).map(reason -> switch (reason) {
            case GOAL -> DebugEvent.STEP_END;
            case STOP_POINT -> DebugEvent.BREAKPOINT;
            case VIOLATION, END, BEGINNING, CANNOT -> DebugEvent.UNSPECIFIED;
        }).orElse(DebugEvent.CLIENT_REQUEST);
        active.fireSuspendEvent(detail);
    }

    /** The breakpoints at which the session stopped. */
    List<IBreakpoint> hit() {
        return hit;
    }

    @Override
    public String getName() {
        return session.read(simulation -> NLS.bind(Messages.target,
                new Object[]{session.label(), simulation.position().step(), simulation.steps()})
                + violation(simulation));
    }

    private String violation(Simulation simulation) {
        boolean atEnd = simulation.position().equals(simulation.end());
        return simulation.violation().filter(_ -> atEnd)
                .map(one -> NLS.bind(Messages.target_violated,
                        simulation.machine().claims().get(one.claim()).name()))
                .orElse("");
    }

    /** Whether the history has something before where the session stands. */
    public boolean canGoBack() {
        return canResume() && !session.position().equals(new Position(0, 0));
    }

    @Override
    public IProcess getProcess() {
        return null;
    }

    @Override
    public IThread[] getThreads() {
        return terminated ? new IThread[0] : threads.toArray(IThread[]::new);
    }

    @Override
    public boolean hasThreads() {
        return !terminated;
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return breakpoint.getModelIdentifier().equals(DebugModel.ID);
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        if (terminated) {
            return;
        }
        terminated = true;
        job.ifPresent(MoveJob::cancel);
        session.removeListener(follower);
        if (Sessions.active().filter(one -> one == session).isPresent()) {
            Sessions.activate(Optional.empty());
        }
        threads.forEach(XstateThread::fireTerminateEvent);
        fireTerminateEvent();
    }

    @Override
    public boolean canResume() {
        return !terminated && job.isEmpty();
    }

    @Override
    public boolean canSuspend() {
        return !terminated && job.isPresent();
    }

    @Override
    public boolean isSuspended() {
        return !terminated && (job.isEmpty() || job.get().isAsking());
    }

    @Override
    public void resume() {
        move(active, new Goal.End(false), true);
    }

    @Override
    public void suspend() {
        job.ifPresent(MoveJob::cancel);
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        // asked for whenever a movement begins
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        // asked for whenever a movement begins
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        // asked for whenever a movement begins
    }

    @Override
    public boolean canDisconnect() {
        return false;
    }

    @Override
    public void disconnect() throws DebugException {
        notSupported(Messages.not_disconnected, null);
    }

    @Override
    public boolean isDisconnected() {
        return false;
    }

    @Override
    public boolean supportsStorageRetrieval() {
        return false;
    }

    @Override
    public IMemoryBlock getMemoryBlock(long startAddress, long length) throws DebugException {
        notSupported(Messages.no_memory, null);
        return null;
    }
}
