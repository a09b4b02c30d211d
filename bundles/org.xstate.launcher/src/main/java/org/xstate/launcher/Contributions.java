package org.xstate.launcher;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;

/**
 * What plugins brought.
 *
 * @param features in the order in which the plugins were found
 * @param readers  in the same order
 * @param checks   in the same order
 * @param rejected bundles and classes that could not be used, with the reason
 */
record Contributions(List<FeatureCatalog.Contribution> features, List<ImageReader> readers,
        List<Check> checks, List<FeatureCatalog.Rejected> rejected) {

    Contributions {
        features = List.copyOf(features);
        readers = List.copyOf(readers);
        checks = List.copyOf(checks);
        rejected = List.copyOf(rejected);
    }

    /** A plugin comes after the built-ins: where both describe one component, the plugin is rejected. */
    FeatureCatalog addTo(FeatureCatalog builtIns) {
        List<FeatureCatalog.Contribution> all = new ArrayList<>(builtIns.contributions());
        all.addAll(features);
        List<FeatureCatalog.Rejected> failed = new ArrayList<>(builtIns.rejected());
        failed.addAll(rejected);
        return FeatureCatalog.of(all, failed);
    }

    List<ImageReader> addTo(List<ImageReader> builtIns) {
        List<ImageReader> all = new ArrayList<>(builtIns);
        all.addAll(readers);
        return List.copyOf(all);
    }
}
