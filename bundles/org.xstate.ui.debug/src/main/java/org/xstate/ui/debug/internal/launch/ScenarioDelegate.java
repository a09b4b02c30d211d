package org.xstate.ui.debug.internal.launch;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.model.XstateTarget;
import org.xstate.ui.debug.internal.source.SourceLocator;
import org.xstate.ui.session.Session;

/** Begins a session of a scenario. */
public final class ScenarioDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch,
            IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.loading, 3);
        String kept = configuration.getAttribute(Attributes.FILE, "");
        if (kept.isBlank()) {
            throw Loading.failure(Messages.no_file_chosen, Optional.empty());
        }
        Scenario scenario = Loading.scenario(Files.location(kept),
                text(configuration, Attributes.SCENARIO), text(configuration, Attributes.KERNEL),
                text(configuration, Attributes.PROFILE),
                configuration.getAttribute(Attributes.KNOBS, Map.of()));
        progress.worked(1);
        Simulation simulation = simulation(configuration, scenario, progress.split(1));
        if (progress.isCanceled()) {
            DebugSessions.drop(launch);
            return;
        }
        boolean run = mode.equals(ILaunchManager.RUN_MODE)
                || configuration.getAttribute(Attributes.RUN, false);
        XstateTarget target = DebugSessions.start(launch, new Session(label(scenario), scenario, simulation));
        if (run) {
            target.resume();
        }
    }

    static String label(Scenario scenario) {
        String file = scenario.source().substring(scenario.source().lastIndexOf('/') + 1);
        return file + " " + scenario.name();
    }

    static Optional<String> text(ILaunchConfiguration configuration, String attribute) throws CoreException {
        return Optional.of(configuration.getAttribute(attribute, "").strip())
                .filter(text -> !text.isEmpty());
    }

    /** The history that the configuration asks for, at its beginning. */
    private static Simulation simulation(ILaunchConfiguration configuration, Scenario scenario,
            IProgressMonitor monitor) throws CoreException {
        Attributes.Choices choices = choices(configuration);
        if (choices == Attributes.Choices.COUNTEREXAMPLE) {
            return Loading.replayed(scenario, Loading.counterexample(scenario, monitor));
        }
        try {
            Simulation simulation = Simulation.of(scenario.machine());
            switch (choices) {
                case SCHEDULE ->
                    Schedule.parse(configuration.getAttribute(Attributes.SCHEDULE, "")).run(simulation);
                case RANDOM -> {
                    SplittableRandom random = new SplittableRandom(seed(configuration));
                    simulation.begin(random.nextInt(simulation.beginnings()));
                    simulation.run(possible -> monitor.isCanceled() ? -1 : random.nextInt(possible.size()),
                            java.util.List.of(),
                            configuration.getAttribute(Attributes.STEPS, Attributes.DEFAULT_STEPS));
                }
                case ASK, COUNTEREXAMPLE -> simulation.moveTo(new Position(0, 0));
            }
            simulation.moveTo(new Position(0, 0));
            return simulation;
        } catch (IllegalArgumentException e) {
            throw Loading.failure(e.getMessage(), Optional.of(e));
        }
    }

    static Attributes.Choices choices(ILaunchConfiguration configuration) throws CoreException {
        String name = configuration.getAttribute(Attributes.CHOICES, Attributes.Choices.ASK.name());
        return java.util.Arrays.stream(Attributes.Choices.values())
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> Loading
                        .failure(NLS.bind(Messages.bad_choices, name), Optional.empty()));
    }

    static long seed(ILaunchConfiguration configuration) throws CoreException {
        String text = configuration.getAttribute(Attributes.SEED, "1").strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Loading.failure(NLS.bind(Messages.bad_seed, text), Optional.of(e));
        }
    }

    @Override
    public ILaunch getLaunch(ILaunchConfiguration configuration, String mode) {
        return SourceLocator.launch(configuration, mode);
    }

    @Override
    public boolean preLaunchCheck(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        // breakpoints hold in run mode too: both modes are one simulator
        return true;
    }

    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }
}
