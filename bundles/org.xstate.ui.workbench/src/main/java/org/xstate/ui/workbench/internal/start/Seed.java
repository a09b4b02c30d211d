package org.xstate.ui.workbench.internal.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.session.RecordingOpener;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.open.FileOpener;
import org.xstate.ui.workbench.internal.perspectives.SimulatePerspective;
import org.xstate.ui.workbench.internal.project.Examples;

/** The proposal of the seed example with its counterexample, ready to be stepped through. */
final class Seed {

    private static final String SCENARIO = "as_posted";

    private final IWorkbenchWindow window;

    private final Runnable afterwards;

    private Seed(IWorkbenchWindow window, Runnable afterwards) {
        this.window = window;
        this.afterwards = afterwards;
    }

    /**
     * Copies the examples if they are not there, checks the proposal, and shows what comes out.
     *
     * @param afterwards run on the thread of the user interface once it is shown
     */
    static void open(IWorkbenchWindow window, Runnable afterwards) {
        Seed seed = new Seed(window, afterwards);
        Job job = new Job(Messages.seed_job) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    return seed.find(monitor);
                } catch (CoreException e) {
                    return e.getStatus();
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == ViewJobs.FAMILY;
            }
        };
        job.schedule();
    }

    private IStatus find(IProgressMonitor monitor) throws CoreException {
        IFile file = Examples.copy(monitor).getFile(Examples.SEED);
        if (!file.exists() || monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        Optional<CheckReport> report;
        try (Contributed contributed = Contributed.open()) {
            report = contributed.current()
                    .flatMap(contributions -> check(file.getLocation().toPath(), contributions));
        }
        window.getShell().getDisplay().asyncExec(() -> {
            if (window.getShell() != null && !window.getShell().isDisposed()) {
                show(file, report);
                afterwards.run();
            }
        });
        return Status.OK_STATUS;
    }

    /** Empty if somebody has changed the example so that it has no such scenario, or holds. */
    private static Optional<CheckReport> check(Path file, Contributions contributions) {
        CheckOptions options = Settings.checking();
        return ScenarioLoader.load(file.toString(), Settings.loading(contributions).only(List.of(SCENARIO)))
                .stream()
                .map(LoadedScenario::scenario).flatMap(Optional::stream).findFirst()
                .map(scenario -> ScenarioCheck.check(scenario, options.exploration(), options.reductions(),
                        new CancelToken(), _ -> {
                            // it takes less than a second
                        }));
    }

    private void show(IFile file, Optional<CheckReport> report) {
        try {
            window.getWorkbench().showPerspective(SimulatePerspective.ID, window);
        } catch (WorkbenchException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
        new FileOpener(window).open(file);
        report.ifPresent(found -> found.traceFile().ifPresent(trace -> {
            Scenario scenario = found.scenario();
            opener().ifPresent(opener -> opener.open(
                    NLS.bind(Messages.seed_label, file.getName(), scenario.name()), scenario, trace));
        }));
    }

    /** Empty while the debugger's bundle is not installed. */
    private static Optional<RecordingOpener> opener() {
        BundleContext context = FrameworkUtil.getBundle(Seed.class).getBundleContext();
        ServiceTracker<RecordingOpener, RecordingOpener> tracker = new ServiceTracker<>(context,
                RecordingOpener.class, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService());
        } finally {
            tracker.close();
        }
    }
}
