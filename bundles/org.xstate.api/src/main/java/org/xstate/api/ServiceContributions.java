package org.xstate.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The providers that {@link ServiceLoader} finds; one that fails is named and the others still count. */
record ServiceContributions(List<FeatureCatalog.Contribution> contributions,
        List<FeatureCatalog.Rejected> failed) {

    static ServiceContributions find(ClassLoader loader) {
        List<FeatureCatalog.Contribution> contributions = new ArrayList<>();
        List<FeatureCatalog.Rejected> failed = new ArrayList<>();
        Iterator<XFeatureProvider> providers = ServiceLoader.load(XFeatureProvider.class, loader).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return new ServiceContributions(contributions, failed);
                }
                XFeatureProvider provider = providers.next();
                contributions.add(new FeatureCatalog.Contribution(provider, bundleOf(provider.getClass())));
            } catch (ServiceConfigurationError e) {
                failed.add(new FeatureCatalog.Rejected("class path", "a service entry",
                        String.valueOf(e.getMessage()),
                        "mend the class or the entry in META-INF/services"));
            }
        }
    }

    /** On a class path the package up to {@code .internal} is the bundle's name: {@code org.xstate.features.pkru}. */
    static String bundleOf(Class<?> type) {
        String name = type.getPackageName();
        int internal = name.indexOf(".internal");
        return internal < 0 ? name : name.substring(0, internal);
    }
}
