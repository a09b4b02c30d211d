package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.xstate.api.Contributions.Declared;

/**
 * What plugins bring for the desktop alone: panels, views, editors. They are listed so that they can be switched off by name,
 * also where no desktop runs; it is the desktop that makes them, or does not.
 */
final class DesktopParts {

    private static final List<String> POINTS = List.of("org.xstate.ui.panels", "org.eclipse.ui.views",
            "org.eclipse.ui.editors");

    private DesktopParts() {
    }

    /** @param off names that are switched off */
    static List<Declared> of(BundleContext context, BundleFiles files, Set<String> off) {
        List<Declared> found = new ArrayList<>();
        Stream.of(context.getBundles())
                .filter(bundle -> !files.trust().isOwn(bundle) && bundle.getState() != Bundle.UNINSTALLED)
                .sorted(Comparator.comparingLong(Bundle::getBundleId))
                .forEach(bundle -> files.of(bundle).ifPresent(file -> file.elements().stream()
                        .filter(element -> POINTS.contains(element.point()))
                        .forEach(element -> declared(bundle, element, off).ifPresent(found::add))));
        return found;
    }

    /** Nothing for an element without a class: a category of views, say. */
    private static Optional<Declared> declared(Bundle bundle, PluginXml.Element element, Set<String> off) {
        String plugin = bundle.getSymbolicName();
        return Optional.ofNullable(element.attributes().get("class")).map(String::strip)
                .filter(type -> !type.isEmpty())
                .map(type -> new Declared(element.point(), plugin, bundle.getVersion().toString(), type,
                        PluginXml.position(element.line()), false,
                        !off.contains(plugin) && !off.contains(plugin + "/" + type)));
    }
}
