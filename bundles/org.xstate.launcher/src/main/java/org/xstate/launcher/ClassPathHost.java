package org.xstate.launcher;

import java.util.List;

import org.xstate.cli.Host;

/** The built-in bundles as plain jars on the class path, found by {@link java.util.ServiceLoader}. */
record ClassPathHost(Host host) implements RunningHost {

    static ClassPathHost of(Installation installation) {
        return new ClassPathHost(new Host("none", "", BuiltIns::features, BuiltIns::readers, List::of,
                () -> installation.builtIns().stream().map(BundleManifest::nameAndVersion).sorted()
                        .toList()));
    }

    @Override
    public void close() {
        // a class path needs no end
    }
}
