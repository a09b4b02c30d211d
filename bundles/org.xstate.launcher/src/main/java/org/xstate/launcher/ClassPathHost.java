package org.xstate.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;
import org.xstate.cli.Host;

/** The built-in bundles as plain jars on the class path, found by {@link ServiceLoader}. */
final class ClassPathHost {

    private ClassPathHost() {
    }

    static Host of(Installation installation) {
        return new Host("none", "", () -> FeatureCatalog.load(loader()), ClassPathHost::readers,
                () -> BundleManifest.readAll(installation.classPath()).stream()
                        .map(BundleManifest::nameAndVersion).sorted().toList());
    }

    static List<ImageReader> readers() {
        List<ImageReader> readers = new ArrayList<>();
        ServiceLoader.load(ImageReader.class, loader()).forEach(readers::add);
        return List.copyOf(readers);
    }

    static ClassLoader loader() {
        return ClassPathHost.class.getClassLoader();
    }
}
