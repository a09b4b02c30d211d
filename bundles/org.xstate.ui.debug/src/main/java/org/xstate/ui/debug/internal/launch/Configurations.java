package org.xstate.ui.debug.internal.launch;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.xstate.sim.scenario.Scenario;

/** Configurations that are made because somebody wants to look at a file, rather than by hand. */
public final class Configurations {

    private Configurations() {
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    /** The one of a scenario of a file, as it is kept; made if there is none. */
    public static ILaunchConfiguration scenario(String file, String scenario) throws CoreException {
        Optional<ILaunchConfiguration> known = known(Attributes.SCENARIO_TYPE, file, scenario);
        if (known.isPresent()) {
            return known.get();
        }
        ILaunchConfigurationWorkingCopy made = made(Attributes.SCENARIO_TYPE, file,
                file.substring(file.lastIndexOf('/') + 1) + " " + scenario);
        made.setAttribute(Attributes.SCENARIO, scenario);
        return made.doSave();
    }

    /** The one of a trace; made if there is none. */
    public static ILaunchConfiguration trace(String file) throws CoreException {
        Optional<ILaunchConfiguration> known = known(Attributes.TRACE_TYPE, file, "");
        return known.isPresent()
                ? known.get()
                : made(Attributes.TRACE_TYPE, file, file.substring(file.lastIndexOf('/') + 1)).doSave();
    }

    /** One that looks for the counterexample of a scenario again; it is not saved. */
    static ILaunchConfiguration counterexample(String label, Scenario scenario) throws CoreException {
        ILaunchConfigurationWorkingCopy made = made(Attributes.SCENARIO_TYPE, scenario.source(), label);
        made.setAttribute(Attributes.SCENARIO, scenario.name());
        made.setAttribute(Attributes.KERNEL, scenario.kernel().toString());
        made.setAttribute(Attributes.PROFILE, scenario.profile().orElse(""));
        made.setAttribute(Attributes.KNOBS, knobs(scenario));
        made.setAttribute(Attributes.CHOICES, Attributes.Choices.COUNTEREXAMPLE.name());
        return made;
    }

    private static java.util.Map<String, String> knobs(Scenario scenario) {
        java.util.Map<String, String> knobs = new java.util.TreeMap<>();
        scenario.knobs().forEach(knob -> knobs.put(knob.name(), Scenario.text(knob, knob.setting())));
        return knobs;
    }

    private static ILaunchConfigurationWorkingCopy made(String type, String file, String name)
            throws CoreException {
        ILaunchConfigurationType kind = manager().getLaunchConfigurationType(type);
        ILaunchConfigurationWorkingCopy copy = kind.newInstance(null,
                manager().generateLaunchConfigurationName(name.replaceAll("[/\\\\:*?\"<>|]", " ")));
        copy.setAttribute(Attributes.FILE, file);
        Optional<IFile> resource = Files.inWorkspace(file);
        resource.ifPresent(one -> copy.setMappedResources(new IResource[]{one}));
        return copy;
    }

    private static Optional<ILaunchConfiguration> known(String type, String file, String scenario)
            throws CoreException {
        for (ILaunchConfiguration one : Arrays
                .asList(manager().getLaunchConfigurations(manager().getLaunchConfigurationType(type)))) {
            if (one.getAttribute(Attributes.FILE, "").equals(file)
                    && one.getAttribute(Attributes.SCENARIO, "").equals(scenario)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
