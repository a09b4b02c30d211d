package org.xstate.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Installs the program's own bundles. */
final class ProgramBundles {

    private static final String REGISTRY = "org.xstate.registry";

    /** What Felix lacks for the extension registry, and Equinox has. */
    private static final Set<String> IN_PLACE_OF_EQUINOX = Set.of("org.eclipse.osgi",
            "org.eclipse.equinox.supplement", "org.apache.felix.log");

    /**
     * These use classes of Equinox's own, which lie beside the class path: on Equinox they cannot come from the class path
     * and are ordinary bundles.
     */
    private static final Set<String> BOUND_TO_EQUINOX = Set.of("org.eclipse.equinox.common",
            "org.eclipse.equinox.registry", REGISTRY);

    private final List<Bundle> all;
    private final Bundle registry;

    private ProgramBundles(List<Bundle> all, Bundle registry) {
        this.all = all;
        this.registry = registry;
    }

    static ProgramBundles install(BundleContext context, List<BundleManifest> bundles,
            FrameworkChoice choice) throws BundleException {
        List<Bundle> all = new ArrayList<>();
        List<Bundle> bound = new ArrayList<>();
        Bundle registry = null;
        for (BundleManifest bundle : bundles) {
            String name = bundle.symbolicName();
            if (choice == FrameworkChoice.EQUINOX && IN_PLACE_OF_EQUINOX.contains(name)) {
                continue;
            }
            Bundle installed = context
                    .installBundle(choice == FrameworkChoice.EQUINOX && BOUND_TO_EQUINOX.contains(name)
                            ? "reference:" + bundle.jar().toUri()
                            : ConnectedBundles.location(bundle));
            all.add(installed);
            if (BOUND_TO_EQUINOX.contains(name)) {
                bound.add(installed);
            }
            if (name.equals(REGISTRY)) {
                registry = installed;
            }
        }
        if (registry == null) {
            throw new LaunchFailure(ExitCode.INTERNAL,
                    "there is no bundle " + REGISTRY + ": this installation is incomplete");
        }
        ConnectedClasses.serve(bound);
        return new ProgramBundles(all, registry);
    }

    /** The registry reads every bundle that is resolved, whoever else uses it; later it is told of others. */
    void start(FrameworkWiring wiring) throws BundleException {
        wiring.resolveBundles(all);
        registry.start(Bundle.START_TRANSIENT);
    }
}
