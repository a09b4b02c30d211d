package org.xstate.launcher;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.Validator;

/** What the bundles of a framework contribute, made when a command first asks. */
final class Contributed {

    private final BundleContext context;
    private final Supplier<List<Rejected>> bundles;
    private Optional<Contributions> contributions = Optional.empty();

    /** @param bundles those that could not even be installed or started */
    Contributed(BundleContext context, Supplier<List<Rejected>> bundles) {
        this.context = context;
        this.bundles = bundles;
    }

    /** The validators on the class path join when there is something to judge. */
    Contributions contributions() {
        if (contributions.isEmpty()) {
            for (Validator validator : ServiceLoader.load(Validator.class,
                    Contributed.class.getClassLoader())) {
                context.registerService(Validator.class, validator, null);
            }
            ServiceReference<Contributions> reference = context.getServiceReference(Contributions.class);
            if (reference == null) {
                throw new IllegalStateException("the extension registry gives no contributions");
            }
            contributions = Optional.of(context.getService(reference));
        }
        return contributions.get();
    }

    /** Everything that cannot be used, having tried everything. */
    List<Rejected> everyRejection() {
        Contributions all = contributions();
        all.features();
        all.imageReaders();
        all.checks();
        all.trapHandlers();
        all.apiDesigns();
        all.reportRenderers();
        return failuresThatMatter();
    }

    /** What failed by now, if the command has asked for contributions at all. */
    List<Rejected> failuresThatMatter() {
        if (contributions.isEmpty()) {
            return List.of();
        }
        Set<Rejected> all = new LinkedHashSet<>(bundles.get());
        all.addAll(contributions.get().rejected());
        return new ArrayList<>(all);
    }
}
