package org.xstate.ui.debug.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.osgi.util.NLS;
import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.debug.StopPoint;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.breakpoints.BreakpointStop;
import org.xstate.ui.debug.internal.launch.Chooser;
import org.xstate.ui.session.Session;

/** Moves a session; cancelled by <em>Suspend</em> and in the progress view. */
final class MoveJob extends Job {

    private final XstateTarget target;
    private final Goal goal;
    private final boolean breakpoints;
    private final Chooser chooser = new Chooser();
    private volatile boolean asking;

    MoveJob(XstateTarget target, Goal goal, boolean breakpoints) {
        super(NLS.bind(Messages.moving, target.session().label()));
        this.target = target;
        this.goal = goal;
        this.breakpoints = breakpoints;
        setSystem(goal instanceof Goal.Line || goal instanceof Goal.Statement);
    }

    /** Whether it waits for somebody's choice. */
    boolean isAsking() {
        return asking;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<StopPoint> stops = breakpoints ? BreakpointStop.all(target.session()) : List.of();
        Optional<Movement.Progress.Stopped> stopped = Optional.empty();
        try {
            stopped = target.session().move(goal, stops, this::ask,
                    monitor::isCanceled);
        } finally {
            target.ended(stopped);
        }
        return Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        chooser.cancel();
    }

    private OptionalInt ask(Session session, List<Movement.Choice> choices) {
        asking = true;
        XstateThread shown = target.active();
        shown.fireSuspendEvent(DebugEvent.UNSPECIFIED);
        try {
            return chooser.choose(session, choices);
        } finally {
            asking = false;
            shown.fireResumeEvent(DebugEvent.UNSPECIFIED);
        }
    }
}
