package org.xstate.ui.debug.internal.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** What a launch configuration holds. */
public final class Attributes {

    /** Id of the type of configurations for scenarios. */
    public static final String SCENARIO_TYPE = "org.xstate.ui.debug.scenario";

    /** Id of the type for traces. */
    public static final String TRACE_TYPE = "org.xstate.ui.debug.trace";

    /** The file: a path in the workspace that begins with its project, or an absolute one. */
    public static final String FILE = "org.xstate.ui.debug.file";

    /** Name of the scenario; empty for the only one. */
    public static final String SCENARIO = "org.xstate.ui.debug.scenario";

    /** Release of the kernel; empty for the scenario's. */
    public static final String KERNEL = "org.xstate.ui.debug.kernel";

    /** The CPU profile; empty for the scenario's. */
    public static final String PROFILE = "org.xstate.ui.debug.profile";

    /** Values of knobs by name: a map. */
    public static final String KNOBS = "org.xstate.ui.debug.knobs";

    /** How steps are chosen: the name of a {@link Choices}. */
    public static final String CHOICES = "org.xstate.ui.debug.choices";

    /** For {@link Choices#SCHEDULE}: the schedule. */
    public static final String SCHEDULE = "org.xstate.ui.debug.schedule";

    /** For {@link Choices#RANDOM}: the seed, a number as text. */
    public static final String SEED = "org.xstate.ui.debug.seed";

    /** For {@link Choices#RANDOM}: steps at most. */
    public static final String STEPS = "org.xstate.ui.debug.steps";

    /** Whether it goes on, to a breakpoint or the violation, rather than standing at the beginning. */
    public static final String RUN = "org.xstate.ui.debug.run";

    /** Steps by chance if nothing else is said, as of {@code xstate run}. */
    public static final int DEFAULT_STEPS = 100;

    private Attributes() {
    }

    /** Sets a text, unless it is what the configuration says or means already: looked at, it is as it was. */
    static void put(ILaunchConfigurationWorkingCopy configuration, String attribute, String standard,
            String value) throws CoreException {
        if (!configuration.getAttribute(attribute, standard).equals(value)) {
            configuration.setAttribute(attribute, value);
        }
    }

    /** How the steps of a session are chosen. */
    public enum Choices {
        /** The user is asked where several are possible. */
        ASK,
        /** By a schedule; then the user is asked. */
        SCHEDULE,
        /** By chance; then the user is asked. */
        RANDOM,
        /** As in the shortest counterexample, which the checker looks for. */
        COUNTEREXAMPLE
    }
}
