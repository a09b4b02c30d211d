package org.xstate.launcher;

import java.util.List;

import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.cli.Host;

/** The built-in bundles as plain jars on the class path, found by {@link java.util.ServiceLoader}. */
record ClassPathHost(Host host) implements RunningHost {

    static ClassPathHost of(Installation installation) {
        return new ClassPathHost(Host.onClassPath(ClassPathHost.class.getClassLoader(),
                () -> installation.builtIns().stream().map(BundleManifest::nameAndVersion).sorted()
                        .toList()));
    }

    /** Without plugins there is nothing that a user could mend. */
    @Override
    public List<Rejected> failures() {
        return List.of();
    }

    @Override
    public void close() {
        // a class path needs no end
    }
}
