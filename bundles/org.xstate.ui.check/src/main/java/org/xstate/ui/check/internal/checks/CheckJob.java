package org.xstate.ui.check.internal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.JobGroup;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.text.Amounts;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.Style;
import org.xstate.api.Contributions;
import org.xstate.api.PluginFailure;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Progress;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.checks.CheckRun.State;

/** One check. Checks run one after the other: each takes all threads and the memory that there is. */
final class CheckJob extends Job {

    /** All of them. */
    static final Object FAMILY = new Object();

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private static final JobGroup ONE_AT_A_TIME = new JobGroup("checks", 1, 1) {
        @Override
        protected boolean shouldCancel(IStatus lastCompletedJobResult, int numberOfFailedJobs,
                int numberOfCanceledJobs) {
            return false;
        }
    };

    private final CheckRun run;
    private final Checks checks;
    private final MultiStatus problems = new MultiStatus(CheckJob.class, 0, Messages.check_notKept);

    CheckJob(CheckRun run, Checks checks) {
        super(NLS.bind(Messages.check_job, run.target().label()));
        this.run = run;
        this.checks = checks;
        setJobGroup(ONE_AT_A_TIME);
        setUser(false);
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                run.become(run.token().isCancelled() ? State.CANCELLED : State.DONE);
                checks.ended(run);
            }
        });
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected void canceling() {
        run.token().cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        run.become(State.RUNNING);
        checks.changed();
        try (Contributed contributed = Contributed.open()) {
            Contributions contributions = contributed.current()
                    .orElseThrow(() -> new IllegalStateException("the registry of plugins is not running"));
            for (Path file : run.target().files()) {
                if (!run.token().isCancelled()) {
                    file(file, contributions, monitor);
                }
            }
        } catch (UncheckedIOException e) {
            return new Status(IStatus.ERROR, CheckJob.class, e.getMessage(), e.getCause());
        }
        refresh();
        return run.token().isCancelled()
                ? Status.CANCEL_STATUS
                : problems.isOK() ? Status.OK_STATUS : problems;
    }

    private void file(Path file, Contributions contributions, IProgressMonitor monitor) {
        String name = run.target().called(file);
        monitor.subTask(name);
        List<LoadedScenario> loaded;
        try {
            loaded = ScenarioLoader.load(file.toString().replace('\\', '/'),
                    run.settings().load(Settings.loading(contributions)));
        } catch (UncheckedIOException e) {
            failed(file, "", e.getMessage() + ": " + e.getCause().getMessage(), List.of());
            return;
        }
        for (LoadedScenario one : loaded) {
            if (!run.token().isCancelled() && !(run.target().isSuite() && one.isPart())) {
                scenario(file, one, monitor);
            }
        }
    }

    private void scenario(Path file, LoadedScenario loaded, IProgressMonitor monitor) {
        run.explores(loaded.name());
        checks.changed();
        if (loaded.scenario().isEmpty()) {
            failed(file, loaded.name(), Messages.check_modelErrors, Arrays.asList(loaded.text().split("\n")));
            return;
        }
        Scenario scenario = loaded.scenario().get();
        ExplorationOptions options = run.settings().exploration(Settings.checking().exploration())
                .withProgressInterval(INTERVAL);
        try {
            CheckReport report = ScenarioCheck.check(scenario, options, run.settings().reductions(),
                    run.token(), progress -> progress(progress, monitor));
            answered(file, report);
        } catch (PluginFailure failure) {
            failed(file, loaded.name(),
                    "plugin %s failed: %s".formatted(failure.bundle(), failure.getMessage()), List.of());
        }
    }

    private void progress(Progress progress, IProgressMonitor monitor) {
        run.came(progress);
        monitor.subTask(run.scenario() + "  " + Amounts.progress(progress));
        checks.changed();
    }

    private void answered(Path file, CheckReport report) {
        String name = run.target().called(file);
        CheckReport called = report.called(name);
        Optional<CheckSummary> before = ResultStore.latest(run.target(), file, report.scenario().name());
        keep(new CheckedItem(run, file, CheckSummary.of(called),
                new CheckedItem.Content(CheckText.lines(called, Style.PLAIN), called.traceFile(),
                        Optional.of(report), before),
                Instant.now()));
    }

    /** @param text what a reader is told beside the message */
    private void failed(Path file, String scenario, String message, List<String> text) {
        String name = run.target().called(file);
        keep(new CheckedItem(run, file, CheckSummary.failed(name, scenario, message),
                new CheckedItem.Content(text.isEmpty() ? List.of(message) : text, Optional.empty(),
                        Optional.empty(), ResultStore.latest(run.target(), file, scenario)),
                Instant.now()));
    }

    private void keep(CheckedItem item) {
        run.add(item);
        try {
            ResultStore.write(item);
            ViolationMarkers.mark(item);
        } catch (IOException | CoreException e) {
            problems.add(new Status(IStatus.ERROR, CheckJob.class,
                    NLS.bind(Messages.check_cannotKeep, item.summary().source(), e.getMessage()), e));
        }
        checks.changed();
    }

    /** The navigator shows what was written. */
    private void refresh() {
        run.target().project().filter(project -> project.isOpen()).ifPresent(project -> {
            try {
                project.getFolder(run.target().results().getFileName().toString())
                        .refreshLocal(IResource.DEPTH_INFINITE, null);
            } catch (CoreException e) {
                problems.add(e.getStatus());
            }
        });
    }
}
