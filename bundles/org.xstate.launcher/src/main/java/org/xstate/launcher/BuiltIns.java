package org.xstate.launcher;

import java.util.List;
import java.util.ServiceLoader;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;

/** What the class path contributes; the same on every host, since every host has the built-in bundles there. */
final class BuiltIns {

    private BuiltIns() {
    }

    static FeatureCatalog features() {
        return FeatureCatalog.load(BuiltIns.class.getClassLoader());
    }

    static List<ImageReader> readers() {
        return ServiceLoader.load(ImageReader.class, BuiltIns.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).toList();
    }
}
