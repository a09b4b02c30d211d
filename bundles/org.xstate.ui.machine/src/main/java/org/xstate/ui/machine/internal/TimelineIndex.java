package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.xstate.sim.run.Moment;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.TimelineMaker;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.session.Session;

/**
 * Keeps the timeline of the session that is shown, beside the thread of the user interface: a long history comes piece by
 * piece, and can be cancelled; what is there by then stays.
 */
final class TimelineIndex {

    private static final int PIECE = 4_000;

    private final Control control;
    private final Consumer<Timeline> told;
    private final Object lock = new Object();
    private Optional<Session> session = Optional.empty();
    private Optional<TimelineMaker> maker = Optional.empty();
    private Optional<Timeline> timeline = Optional.empty();
    private final Job job = new Job(Messages.timeline_job) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            return build(SubMonitor.convert(monitor));
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    };

    /** @param told gets it on the thread of the user interface, as often as there is more of it */
    TimelineIndex(Control control, Consumer<Timeline> told) {
        this.control = control;
        this.told = told;
        control.addListener(org.eclipse.swt.SWT.Dispose, event -> job.cancel());
    }

    /** Another session, or another history of it. */
    void update(Optional<Session> shown) {
        synchronized (lock) {
            if (!session.equals(shown)) {
                session = shown;
                maker = Optional.empty();
                timeline = Optional.empty();
            }
        }
        job.cancel();
        if (shown.isPresent()) {
            job.schedule();
        }
    }

    private record History(List<Moment> moments, boolean violated) {
    }

    private IStatus build(SubMonitor monitor) {
        Optional<Session> at;
        TimelineMaker made;
        Timeline known;
        synchronized (lock) {
            at = session;
            if (at.isEmpty()) {
                return Status.OK_STATUS;
            }
            maker = maker.or(() -> Optional.of(new TimelineMaker(session.orElseThrow().scenario())));
            made = maker.get();
            known = timeline.orElseGet(made::empty);
        }
        History history = at.get().read(simulation -> new History(simulation.history(),
                simulation.violation().isPresent()));
        monitor.setWorkRemaining(history.moments().size());
        boolean complete = false;
        while (!complete && !monitor.isCanceled()) {
            known = made.extend(known, history.moments(), history.violated(), PIECE, monitor::isCanceled);
            complete = known.steps() + 1 == history.moments().size();
            monitor.setWorkRemaining(history.moments().size() - known.steps());
            publish(at.get(), known);
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void publish(Session of, Timeline known) {
        synchronized (lock) {
            if (!session.equals(Optional.of(of))) {
                return;
            }
            timeline = Optional.of(known);
        }
        if (!control.isDisposed()) {
            control.getDisplay().syncExec(() -> {
                if (!control.isDisposed()) {
                    told.accept(known);
                }
            });
        }
    }
}
