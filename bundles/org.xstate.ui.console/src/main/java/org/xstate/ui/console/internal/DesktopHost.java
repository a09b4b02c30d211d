package org.xstate.ui.console.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.cli.Host;

/** What runs the commands here: the framework of the desktop, with the plugins that it has at the moment. */
final class DesktopHost {

    private DesktopHost() {
    }

    static Host of(BundleContext context) {
        return new Host("equinox",
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getVersion().toString(),
                () -> contributions(context), () -> bundles(context), () -> rejected(context));
    }

    private static Contributions contributions(BundleContext context) {
        ServiceReference<Contributions> reference = Optional
                .ofNullable(context.getServiceReference(Contributions.class))
                .orElseThrow(() -> new IllegalStateException("the extension registry does not run"));
        return context.getService(reference);
    }

    private static List<String> bundles(BundleContext context) {
        return Stream.of(context.getBundles())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()).sorted().toList();
    }

    private static List<Rejected> rejected(BundleContext context) {
        Contributions all = contributions(context);
        all.features();
        all.imageReaders();
        all.checks();
        all.trapHandlers();
        all.apiDesigns();
        all.reportRenderers();
        return all.rejected();
    }
}
