package org.xstate.ui.debug.internal.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.session.RecordingOpener;
import org.xstate.ui.session.Session;

/** The service by which other views open a counterexample in the debugger. */
public final class Recordings implements RecordingOpener {

    @Override
    public void open(String label, Scenario scenario, TraceFile recorded) {
        LaunchJob.run(NLS.bind(Messages.opening, label), monitor -> begin(label, scenario, recorded));
    }

    private static void begin(String label, Scenario scenario, TraceFile recorded) throws CoreException {
        Simulation simulation = Loading.replayed(scenario, recorded);
        simulation.moveTo(simulation.end());
        DebugSessions.recorded(new Session(label, scenario, simulation));
    }

    /** Work after which a session is there. */
    static final class LaunchJob extends Job {

        private final ICoreRunnable work;

        private LaunchJob(String name, ICoreRunnable work) {
            super(name);
            this.work = work;
        }

        static void run(String name, ICoreRunnable work) {
            LaunchJob job = new LaunchJob(name, work);
            job.setUser(true);
            job.schedule();
        }

        @Override
        protected org.eclipse.core.runtime.IStatus run(org.eclipse.core.runtime.IProgressMonitor monitor) {
            try {
                work.run(monitor);
                return org.eclipse.core.runtime.Status.OK_STATUS;
            } catch (CoreException e) {
                return e.getStatus();
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == org.xstate.ui.ViewJobs.FAMILY;
        }
    }
}
