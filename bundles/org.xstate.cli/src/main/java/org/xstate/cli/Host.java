package org.xstate.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog.Rejected;

/**
 * What runs the commands: a plain class path or an OSGi framework. Suppliers are asked only by commands that need the
 * answer, at most once.
 *
 * @param framework     {@code none}, {@code felix} or {@code equinox}
 * @param version       of the framework; empty for {@code none}
 * @param contributions everything that bundles bring, built-in and plugged in
 * @param bundles       one line about each bundle, for {@code --version}: {@code org.xstate.api 0.1.0}
 * @param rejected      everything of plugins that cannot be used, after trying all of it
 */
public record Host(String framework, String version, Supplier<Contributions> contributions,
        Supplier<List<String>> bundles, Supplier<List<Rejected>> rejected) {
    public Host {
        Objects.requireNonNull(framework);
        Objects.requireNonNull(version);
        Objects.requireNonNull(contributions);
        Objects.requireNonNull(bundles);
        Objects.requireNonNull(rejected);
    }

    /** A host without plugins, whose bundles are found through a class loader. */
    public static Host onClassPath(ClassLoader loader, Supplier<List<String>> bundles) {
        Contributions contributions = Contributions.onClassPath(loader);
        return new Host("none", "", () -> contributions, bundles, contributions::rejected);
    }
}
