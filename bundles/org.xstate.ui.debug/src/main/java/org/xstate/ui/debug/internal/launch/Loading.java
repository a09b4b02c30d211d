package org.xstate.ui.debug.internal.launch;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.check.TraceFile;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.model.KernelVersion;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;

/** Scenarios and counterexamples; what cannot be loaded is told as the commands tell it. */
public final class Loading {

    private Loading() {
    }

    private static LoadOptions options() throws CoreException {
        try (Contributed contributed = Contributed.open()) {
            Contributions current = contributed.current()
                    .orElseThrow(() -> failure(Messages.no_registry, Optional.empty()));
            return Settings.loading(current);
        }
    }

    /** An error with a sentence for the user. */
    public static CoreException failure(String message, Optional<Throwable> cause) {
        return new CoreException(
                new Status(IStatus.ERROR, DebugModel.ID, message, cause.orElse(null)));
    }

    /**
     * A scenario as a configuration wants it.
     *
     * @param file     absolute, with {@code /} between folders
     * @param scenario empty for the only one
     */
    public static Scenario scenario(String file, Optional<String> scenario, Optional<String> kernel,
            Optional<String> profile, Map<String, String> knobs) throws CoreException {
        Optional<KernelVersion> release = kernel.flatMap(KernelVersion::parse);
        if (kernel.isPresent() && release.isEmpty()) {
            throw failure(NLS.bind(Messages.bad_kernel, kernel.get()), Optional.empty());
        }
        LoadOptions options = options().only(scenario.map(List::of).orElse(List.of())).with(knobs)
                .on(release, profile);
        List<LoadedScenario> loaded = all(file, options);
        if (loaded.size() > 1) {
            throw failure(NLS.bind(Messages.several_scenarios, file,
                    String.join(", ", loaded.stream().map(LoadedScenario::name).toList())), Optional.empty());
        }
        LoadedScenario one = loaded.getFirst();
        return one.scenario().orElseThrow(
                () -> failure(NLS.bind(Messages.has_errors, file, one.text()), Optional.empty()));
    }

    private static List<LoadedScenario> all(String file, LoadOptions options) throws CoreException {
        try {
            if (!java.nio.file.Files.isReadable(java.nio.file.Path.of(file))) {
                throw failure(NLS.bind(Messages.no_file, file), Optional.empty());
            }
            return ScenarioLoader.load(file, options);
        } catch (UncheckedIOException e) {
            throw failure(e.getMessage(), Optional.of(e));
        }
    }

    /** The scenario of a trace, with the trace's settings. @param file in which it is now */
    public static Scenario scenario(String file, TraceFile trace) throws CoreException {
        return scenario(file, Optional.of(trace.scenario()), Optional.of(trace.kernel()), trace.profile(),
                trace.knobs());
    }

    /**
     * The shortest counterexample.
     *
     * @throws CoreException if there is none, or the search did not come to its end
     */
    public static TraceFile counterexample(Scenario scenario, IProgressMonitor monitor) throws CoreException {
        CancelToken token = new CancelToken();
        CheckOptions options = Settings.checking();
        CheckReport report = ScenarioCheck.check(scenario, options.exploration(), options.reductions(), token,
                progress -> {
                    monitor.subTask(NLS.bind(Messages.checking_states, progress.states()));
                    if (monitor.isCanceled()) {
                        token.cancel();
                    }
                });
        return report.traceFile().orElseThrow(() -> failure(NLS.bind(Messages.no_counterexample,
                scenario.name(), report.limit().map(limit -> limit.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(Messages.holds)),
                Optional.empty()));
    }

    /** The history of a trace, at its beginning. */
    public static Simulation replayed(Scenario scenario, TraceFile trace)
            throws CoreException {
        try {
            Simulation simulation = ScenarioRun.replayed(scenario, trace);
            simulation.moveTo(new Position(0, 0));
            return simulation;
        } catch (IllegalArgumentException e) {
            throw failure(e.getMessage(), Optional.of(e));
        }
    }
}
