package org.xstate.ui;

import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.api.Contributions;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;

/**
 * What the user has set for all views, kept in the workspace under the node {@value #NODE}. A value that cannot be read counts
 * as not set: somebody may have edited the file. May be asked on any thread.
 */
public final class Settings {

    /** The node in the workspace's preferences. */
    public static final String NODE = "org.xstate.ui";

    /** Threads that explore, 1 to {@link ExplorationOptions#MAX_THREADS}; 0 for all cores. */
    public static final String THREADS = "threads";

    /** Most bytes outside of the Java heap that an exploration may take; 0 for the default of {@code xstate check}. */
    public static final String MAX_MEMORY = "maxMemory";

    /** The kernel's release where a scenario names none, as {@code 6.16}; empty for the program's default. */
    public static final String KERNEL = "kernel";

    /** The CPU profile where a scenario names none, by its name in {@code xstate cpus}; empty for the program's default. */
    public static final String PROFILE = "profile";

    private Settings() {
    }

    /** To write them, and to listen to changes. */
    public static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    /** Threads that explore: what is set, else all cores, as {@code xstate check} does. */
    public static int threads() {
        int set = (int) number(THREADS, ExplorationOptions.MAX_THREADS);
        return set > 0
                ? set
                : Math.min(Runtime.getRuntime().availableProcessors(), ExplorationOptions.MAX_THREADS);
    }

    /** Most bytes outside of the Java heap: what is set, else what {@code xstate check} takes. */
    public static long maxMemory() {
        long set = number(MAX_MEMORY, Long.MAX_VALUE);
        return set > 0 ? set : CheckOptions.defaults().exploration().maxMemory();
    }

    /** The kernel's release where a scenario names none; empty for the program's default. */
    public static Optional<KernelVersion> kernel() {
        return KernelVersion.parse(text(KERNEL));
    }

    /** The CPU profile where a scenario names none; empty for the program's default. */
    public static Optional<String> profile() {
        return Optional.of(text(PROFILE)).filter(name -> CpuProfiles.find(name).isPresent());
    }

    /** Where an exploration gives up, with how many threads it runs, with all reductions. */
    public static CheckOptions checking() {
        CheckOptions options = CheckOptions.defaults();
        return options
                .withExploration(options.exploration().withThreads(threads()).withMaxMemory(maxMemory()));
    }

    /** How scenarios are loaded: with what bundles contribute, on the kernel and processor that are set here. */
    public static LoadOptions loading(Contributions contributions) {
        return LoadOptions.of(contributions).on(new ScenarioProcessors(contributions.features()))
                .otherwise(new LoadOptions.Otherwise(kernel(), profile()));
    }

    private static long number(String key, long most) {
        String text = text(key);
        if (!text.matches("[0-9]{1,18}")) {
            return 0;
        }
        long value = Long.parseLong(text);
        return value <= most ? value : 0;
    }

    private static String text(String key) {
        return Platform.getPreferencesService().getString(NODE, key, "", null).strip();
    }
}
