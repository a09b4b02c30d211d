package org.xstate.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says what a bundle lacks, in the same words on every framework. */
final class MissingRequirements {

    private static final Pattern NAME = Pattern.compile("\\(osgi\\.wiring\\.(?:package|bundle)=([^)]*)\\)");
    private static final Pattern CEILING = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]*)\\)\\)");
    private static final Pattern FLOOR = Pattern.compile("\\((?:bundle-)?version>=([^)]*)\\)");

    private MissingRequirements() {
    }

    /** The mandatory requirements of a bundle that no installed bundle meets. */
    static List<String> of(Bundle bundle, BundleContext context) {
        List<BundleRevision> revisions = Arrays.stream(context.getBundles())
                .map(other -> other.adapt(BundleRevision.class)).filter(Objects::nonNull).toList();
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(need -> !Constants.RESOLUTION_OPTIONAL
                        .equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                .filter(need -> revisions.stream().flatMap(MissingRequirements::offers)
                        .noneMatch(need::matches))
                .map(MissingRequirements::describe).distinct().toList();
    }

    private static Stream<BundleCapability> offers(BundleRevision revision) {
        return revision.getDeclaredCapabilities(null).stream();
    }

    /** Frameworks write the filter of one manifest header differently, so its parts are taken out of it. */
    private static String describe(BundleRequirement need) {
        String filter = need.getDirectives().get(Constants.FILTER_DIRECTIVE);
        String kind = switch (need.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> "package";
            case BundleNamespace.BUNDLE_NAMESPACE -> "bundle";
            default -> "";
        };
        Matcher name = NAME.matcher(filter);
        if (kind.isEmpty() || !name.find()) {
            return need.getNamespace() + " " + filter;
        }
        Matcher ceiling = CEILING.matcher(filter);
        Matcher floor = FLOOR.matcher(ceiling.replaceFirst(""));
        return kind + " " + name.group(1)
                + (floor.find() ? " of version " + floor.group(1) + " or later" : "")
                + (ceiling.reset().find() ? ", below " + ceiling.group(1) : "");
    }
}
