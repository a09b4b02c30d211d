package org.xstate.ui.tests.debug;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Ui;

/** Drives sessions of the debugger by the platform's own interfaces, as its views do. */
public final class Debugging {

    private Debugging() {
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    /** A file of the checkout, or an absolute path. */
    public static Path file(String name) {
        return Path.of(System.getProperty("xstate.root")).resolve(name).toAbsolutePath().normalize();
    }

    /** Launches a scenario and waits until it stands. */
    public static IDebugTarget launch(String file, String scenario, String choices,
            Map<String, Object> more) {
        try {
            ILaunchConfigurationWorkingCopy copy = manager()
                    .getLaunchConfigurationType("org.xstate.ui.debug.scenario")
                    .newInstance(null, manager().generateLaunchConfigurationName(scenario));
            copy.setAttribute("org.xstate.ui.debug.file", file(file).toString());
            copy.setAttribute("org.xstate.ui.debug.scenario", scenario);
            copy.setAttribute("org.xstate.ui.debug.choices", choices);
            more.forEach(copy::setAttribute);
            ILaunch launch = copy.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor());
            stands(launch.getDebugTargets()[0]);
            return launch.getDebugTargets()[0];
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The proposal's counterexample, at its beginning. */
    public static IDebugTarget seed() {
        return launch("examples/seed/begin-finish.c", "as_posted", "COUNTEREXAMPLE", Map.of());
    }

    /** Waits until nothing moves. */
    public static void stands(IDebugTarget target) {
        Ui.await("the session stands", target::isSuspended);
        Ui.settle();
    }

    public static Session session(IDebugTarget target) {
        return Optional.ofNullable(target.getAdapter(Session.class)).orElseThrow();
    }

    /** The thread whose name begins so. */
    public static IThread thread(IDebugTarget target, String name) throws DebugException {
        return Arrays.stream(target.getThreads()).filter(thread -> name(thread).startsWith(name)).findFirst()
                .orElseThrow();
    }

    private static String name(IThread thread) {
        try {
            return thread.getName();
        } catch (DebugException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code update:50}: the function and the line on top. */
    public static String place(IThread thread) throws DebugException {
        IStackFrame top = thread.getTopStackFrame();
        return top == null ? "nowhere" : top.getName() + ":" + top.getLineNumber();
    }

    /** The variable below a frame, by the names that lead there. */
    public static IVariable variable(IStackFrame frame, String... names) throws DebugException {
        IVariable[] all = frame.getVariables();
        IVariable found = null;
        for (String name : names) {
            found = Arrays.stream(all).filter(one -> named(one, name)).findFirst().orElseThrow();
            all = found.getValue().getVariables();
        }
        return found;
    }

    private static boolean named(IVariable variable, String name) {
        try {
            return variable.getName().equals(name);
        } catch (DebugException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every session, and forgets every breakpoint. */
    public static void clear() {
        try {
            for (ILaunch launch : manager().getLaunches()) {
                launch.terminate();
            }
            manager().removeLaunches(manager().getLaunches());
            DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(
                    DebugPlugin.getDefault().getBreakpointManager().getBreakpoints("org.xstate.ui.debug"),
                    true);
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
        Ui.await("no source is about to be shown", () -> Arrays.stream(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().startsWith("org.eclipse.debug.")));
        Ui.settle();
    }
}
