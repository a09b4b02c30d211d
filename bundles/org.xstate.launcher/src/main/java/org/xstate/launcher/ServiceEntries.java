package org.xstate.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.ImageReader;
import org.xstate.api.XFeatureProvider;

/**
 * Reads {@code META-INF/services} of started bundles, as {@link java.util.ServiceLoader} does on a class path, where each
 * bundle is asked through its own class loader.
 */
final class ServiceEntries {

    private final List<Contribution> features = new ArrayList<>();
    private final List<ImageReader> readers = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    List<Contribution> features() {
        return features;
    }

    List<ImageReader> readers() {
        return readers;
    }

    List<Check> checks() {
        return checks;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    void collect(Bundle bundle) {
        for (String name : entries(bundle, XFeatureProvider.class)) {
            create(bundle, name, XFeatureProvider.class)
                    .ifPresent(
                            provider -> features.add(new Contribution(provider, bundle.getSymbolicName())));
        }
        for (String name : entries(bundle, ImageReader.class)) {
            create(bundle, name, ImageReader.class).ifPresent(readers::add);
        }
        for (String name : entries(bundle, Check.class)) {
            create(bundle, name, Check.class).ifPresent(checks::add);
        }
    }

    private Set<String> entries(Bundle bundle, Class<?> contract) {
        String path = "META-INF/services/" + contract.getName();
        Set<String> names = new LinkedHashSet<>();
        try {
            // getResources, not getEntry: the entry may be in a jar inside the bundle
            Enumeration<URL> found = bundle.getResources(path);
            for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines().map(line -> line.split("#", 2)[0].trim()).filter(name -> !name.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            reject(bundle, path, "it cannot be read: " + e.getMessage(), "build the bundle again");
        }
        return names;
    }

    private <T> Optional<T> create(Bundle bundle, String name, Class<T> contract) {
        try {
            return Optional.of(bundle.loadClass(name).asSubclass(contract).getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            reject(bundle, name, "META-INF/services names it, but the bundle has no such class",
                    "correct the entry, or add the class's package to the bundle");
        } catch (ClassCastException e) {
            reject(bundle, name, "it is not a " + contract.getSimpleName() + " of this program",
                    "implement " + contract.getName() + ", and import its package instead of packing it in");
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            reject(bundle, name, "it has no public constructor without arguments, or is not a public class",
                    "make class and constructor public");
        } catch (InvocationTargetException e) {
            reject(bundle, name, "its constructor threw " + e.getCause(), "run the class alone and mend it");
        } catch (LinkageError e) {
            reject(bundle, name, "it cannot be loaded: " + e,
                    "import what it uses, and mend its static initialiser");
        }
        return Optional.empty();
    }

    private void reject(Bundle bundle, String what, String reason, String remedy) {
        rejected.add(new Rejected(bundle.getSymbolicName(), what, reason, remedy));
    }
}
