package org.xstate.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.ImageReader;

/**
 * What runs the commands: a plain class path or an OSGi framework. Suppliers are asked only by commands that need the
 * answer, at most once.
 *
 * @param framework {@code none}, {@code felix} or {@code equinox}
 * @param version   of the framework; empty for {@code none}
 * @param catalog   the xfeatures, built-in and plugged in
 * @param readers   the image readers, built-in and plugged in
 * @param checks    built-in and plugged in
 * @param bundles   one line about each bundle, for {@code --version}: {@code org.xstate.api 0.1.0}
 * @param rejected  everything of plugins that cannot be used, after trying all of it
 */
public record Host(String framework, String version, Supplier<FeatureCatalog> catalog,
        Supplier<List<ImageReader>> readers, Supplier<List<Check>> checks,
        Supplier<List<String>> bundles, Supplier<List<Rejected>> rejected) {
    public Host {
        Objects.requireNonNull(framework);
        Objects.requireNonNull(version);
        Objects.requireNonNull(catalog);
        Objects.requireNonNull(readers);
        Objects.requireNonNull(checks);
        Objects.requireNonNull(bundles);
        Objects.requireNonNull(rejected);
    }

    /** A host without plugins. */
    public Host(String framework, String version, Supplier<FeatureCatalog> catalog,
            Supplier<List<ImageReader>> readers, Supplier<List<Check>> checks,
            Supplier<List<String>> bundles) {
        this(framework, version, catalog, readers, checks, bundles, List::of);
    }
}
