package org.xstate.launcher;

import java.util.List;
import java.util.ServiceLoader;

import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;

/** What the bundles on the class path contribute, where no framework runs. */
final class BuiltIns {

    private BuiltIns() {
    }

    static FeatureCatalog features() {
        return FeatureCatalog.load(BuiltIns.class.getClassLoader());
    }

    static List<ImageReader> readers() {
        return load(ImageReader.class);
    }

    static List<Check> checks() {
        return load(Check.class);
    }

    private static <T> List<T> load(Class<T> contract) {
        return ServiceLoader.load(contract, BuiltIns.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).toList();
    }
}
