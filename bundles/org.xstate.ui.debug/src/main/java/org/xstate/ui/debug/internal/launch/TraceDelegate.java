package org.xstate.ui.debug.internal.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.source.SourceLocator;
import org.xstate.ui.session.Session;

/** Begins a session of a trace file, standing at its beginning. */
public final class TraceDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch,
            IProgressMonitor monitor) throws CoreException {
        String file = Files.location(configuration.getAttribute(Attributes.FILE, ""));
        TraceFile trace = read(file);
        String model = model(file, trace);
        Scenario scenario = Loading.scenario(model, trace);
        boolean same = scenario.digest().equals(trace.digest());
        Optional<Simulation> simulation = same || !isNewOneWanted(file, model)
                ? Optional.of(Loading.replayed(scenario, trace))
                : Optional.empty();
        Simulation shown = simulation.isPresent()
                ? simulation.get()
                : Loading.replayed(scenario, Loading.counterexample(scenario, monitor));
        DebugSessions.start(launch, new Session(file.substring(file.lastIndexOf('/') + 1), scenario, shown));
    }

    private static TraceFile read(String file) throws CoreException {
        try {
            return TraceFile.parse(java.nio.file.Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw Loading.failure(NLS.bind(Messages.no_file, file), Optional.of(e));
        } catch (IllegalArgumentException e) {
            throw Loading.failure(file + ": " + e.getMessage(), Optional.of(e));
        }
    }

    /** As the trace names it, or beside the trace. */
    private static String model(String file, TraceFile trace) {
        Path folder = Optional.ofNullable(Path.of(file).toAbsolutePath().getParent()).orElse(Path.of(""));
        Path named = Path.of(trace.model());
        Path beside = folder.resolve(Optional.ofNullable(named.getFileName()).orElse(named));
        boolean wanted = named.isAbsolute() && java.nio.file.Files.exists(named);
        return (wanted || !java.nio.file.Files.exists(beside) ? named : beside).toAbsolutePath().toString()
                .replace('\\', '/');
    }

    private static boolean isNewOneWanted(String file, String model) {
        return PlatformUI.getWorkbench().getDisplay().syncCall(() -> MessageDialog.open(
                MessageDialog.QUESTION,
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.changed_title, NLS.bind(Messages.changed, model, file), 0,
                Messages.changed_check, Messages.changed_replay) == 0);
    }

    @Override
    public ILaunch getLaunch(ILaunchConfiguration configuration, String mode) {
        return SourceLocator.launch(configuration, mode);
    }

    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }
}
