package org.xstate.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says what a bundle lacks, in the same words on every framework. */
final class MissingRequirements {

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

    private static Stream<org.osgi.framework.wiring.BundleCapability> offers(BundleRevision revision) {
        return revision.getDeclaredCapabilities(null).stream();
    }

    private static String describe(BundleRequirement need) {
        String filter = need.getDirectives().get(Constants.FILTER_DIRECTIVE);
        String kind = need.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? "package"
                : need.getNamespace();
        return kind + " " + filter;
    }
}
