package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.DisabledContributions;
import org.xstate.api.FeatureCatalog.Rejected;

/**
 * What bundles declare at this moment. Reading it loads no class of a contributor.
 *
 * @param usable   by extension point: in the order of the bundles' installation, then as they declare it
 * @param disabled those of plugins that their user has switched off
 * @param rejected declarations that make no sense, and bundles whose declarations are not read at all
 * @param desktop  what plugins bring for the desktop alone, used or not
 */
record Declarations(Map<Point<?>, List<Declaration>> usable, List<Declaration> disabled,
        List<Rejected> rejected, List<Declared> desktop) {

    private static final String CLASS = "class";
    private static final int MAX_ATTEMPTS = 1000;

    List<Declaration> of(Point<?> point) {
        return usable.getOrDefault(point, List.of());
    }

    /** Those of some bundles only. */
    Declarations where(Predicate<Bundle> chosen) {
        Map<Point<?>, List<Declaration>> some = new HashMap<>();
        usable.forEach((point, list) -> some.put(point,
                list.stream().filter(declared -> chosen.test(declared.bundle())).toList()));
        return new Declarations(some, List.of(), List.of(), List.of());
    }

    /** A bundle that goes while it is read spoils the reading; then all is read again. */
    static Declarations read(IExtensionRegistry registry, BundleContext context, Trust trust) {
        for (int attempt = 1;; attempt++) {
            try {
                return readOnce(registry, context, trust);
            } catch (InvalidRegistryObjectException | IllegalStateException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Declarations readOnce(IExtensionRegistry registry, BundleContext context, Trust trust) {
        Map<Point<?>, List<Declaration>> usable = new HashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        BundleFiles files = new BundleFiles(trust);
        for (Point<?> point : Point.ALL) {
            List<Found> found = find(registry, context, point, files);
            found.forEach(one -> judge(one, point, rejected).ifPresent(
                    type -> usable.computeIfAbsent(point, p -> new ArrayList<>())
                            .add(Declaration.of(one.bundle(), point, type, one.position()))));
        }
        for (Bundle bundle : context.getBundles()) {
            if (!trust.isOwn(bundle) && isThere(bundle)) {
                rejected.addAll(BundleProblems.of(bundle, files.of(bundle)));
                if (files.of(bundle).isEmpty()) {
                    ServiceFiles.read(bundle, usable, rejected);
                }
            }
        }
        usable.values().forEach(
                list -> list.sort(Comparator.comparingLong(declared -> declared.bundle().getBundleId())));
        Set<String> off = DisabledContributions.ofUser().names();
        List<Declaration> disabled = takeDisabled(usable, off, trust);
        rejected.removeIf(one -> off.contains(one.bundle()));
        return new Declarations(usable, disabled, rejected, DesktopParts.of(context, files, off));
    }

    /** Takes out what is switched off, so that nothing of it is ever touched. */
    private static List<Declaration> takeDisabled(Map<Point<?>, List<Declaration>> usable, Set<String> names,
            Trust trust) {
        List<Declaration> disabled = new ArrayList<>();
        for (List<Declaration> list : usable.values()) {
            list.removeIf(one -> {
                boolean disable = !trust.isOwn(one.bundle())
                        && (names.contains(one.bundle().getSymbolicName())
                                || names.contains(one.bundle().getSymbolicName() + "/" + one.type()));
                if (disable) {
                    disabled.add(one);
                }
                return disable;
            });
        }
        return List.copyOf(disabled);
    }

    /** An element of the registry, and where it stands. @param own whether it is the program's, so that nobody asks where */
    private record Found(Bundle bundle, boolean own, IConfigurationElement element, int line) {
        String position() {
            return own ? "" : PluginXml.position(line);
        }
    }

    private static List<Found> find(IExtensionRegistry registry, BundleContext context, Point<?> point,
            BundleFiles files) {
        IExtensionPoint declared = registry.getExtensionPoint(point.id());
        if (declared == null) {
            // the API's bundle is not there, so nobody can implement its contracts either
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Map<PluginXml.Element, Integer> seen = new HashMap<>();
        for (IExtension extension : declared.getExtensions()) {
            for (IConfigurationElement element : extension.getConfigurationElements()) {
                Bundle bundle = context
                        .getBundle(Long.parseLong(((RegistryContributor) element.getContributor())
                                .getActualId()));
                if (bundle != null && isThere(bundle)) {
                    found.add(new Found(bundle, files.trust().isOwn(bundle), element,
                            line(bundle, point, element, files, seen)));
                }
            }
        }
        found.sort(Comparator.<Found>comparingLong(one -> one.bundle().getBundleId())
                .thenComparingInt(Found::line));
        return found;
    }

    /** Equal elements of one file are told apart by their order. */
    private static int line(Bundle bundle, Point<?> point, IConfigurationElement element, BundleFiles files,
            Map<PluginXml.Element, Integer> seen) {
        if (files.trust().isOwn(bundle)) {
            return 0;
        }
        Map<String, String> attributes = new HashMap<>();
        for (String name : element.getAttributeNames()) {
            attributes.put(name, element.getAttribute(name));
        }
        PluginXml.Element key = new PluginXml.Element(bundle.getBundleId() + point.id(), element.getName(),
                attributes, 0);
        int before = seen.merge(key, 1, Integer::sum) - 1;
        return files.of(bundle).map(file -> file.line(point.id(), element.getName(), attributes, before))
                .orElse(0);
    }

    /** The class that the element names; empty, and a rejection more, if the element is none of this point. */
    private static Optional<String> judge(Found found, Point<?> point, List<Rejected> rejected) {
        String name = found.element().getName();
        String type = found.element().getAttribute(CLASS);
        if (!name.equals(point.element())) {
            rejected.add(new Rejected(found.bundle().getSymbolicName(), "<" + name + ">", found.position(),
                    "an extension to " + point.id() + " holds <" + point.element() + ">, not <" + name + ">",
                    "rename the element; docs/plugins.md shows a complete plugin.xml"));
            return Optional.empty();
        }
        if (type == null || type.isBlank()) {
            rejected.add(new Rejected(found.bundle().getSymbolicName(), "<" + name + ">", found.position(),
                    "<" + name + "> has no attribute class",
                    "add class=\"...\", the name of a class that implements " + point.contract().getName()));
            return Optional.empty();
        }
        return Optional.of(type.strip());
    }

    /** Resolved at least: its classes can be loaded, and the registry has read it. */
    private static boolean isThere(Bundle bundle) {
        return (bundle.getState()
                & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) != 0;
    }
}
