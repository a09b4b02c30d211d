package org.xstate.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.xstate.api.FeatureCatalog.Rejected;

/** Installs and starts plugin jars; one that fails is named with the reason and does not stop the others. */
final class PluginBundles {

    private final List<Bundle> installed = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private final BundleContext context;

    private PluginBundles(BundleContext context) {
        this.context = context;
    }

    static PluginBundles install(BundleContext context, List<Path> jars) {
        PluginBundles plugins = new PluginBundles(context);
        jars.forEach(plugins::install);
        return plugins;
    }

    private void install(Path jar) {
        String file = jar.getFileName().toString();
        try {
            Bundle bundle = context.installBundle("reference:" + jar.toUri());
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                rejected.add(new Rejected(file, file,
                        "it is not an OSGi bundle: its manifest has no Bundle-SymbolicName",
                        "build it as a bundle, for example with bnd-maven-plugin"));
            } else {
                installed.add(bundle);
            }
        } catch (BundleException e) {
            rejected.add(new Rejected(file, file, whyNotInstalled(e),
                    e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR
                            ? "remove one of the two"
                            : "check that it is a complete jar file whose manifest has correct OSGi headers"));
        }
    }

    private static String whyNotInstalled(BundleException e) {
        if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
            return "a bundle of the same name and version is there already";
        }
        return "it cannot be installed: " + rootMessage(e);
    }

    /** Those that could be installed. */
    List<Bundle> bundles() {
        return List.copyOf(installed);
    }

    /** Starts what was installed, in that order; gives up waiting for one that does not come back. */
    void start() {
        for (Bundle bundle : installed) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
                continue;
            }
            try {
                BundleStart.start(bundle);
            } catch (BundleException e) {
                rejected.add(whyNotStarted(bundle, e));
            } catch (TimeoutException e) {
                rejected.add(new Rejected(bundle.getSymbolicName(), bundle.getSymbolicName(),
                        "it does not start: its activator did not return within "
                                + BundleStart.LIMIT.toSeconds() + " s",
                        "mend its BundleActivator, or do the work on a thread of its own"));
            }
        }
    }

    /** Those that could not be installed or started, and why. */
    List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    private Rejected whyNotStarted(Bundle bundle, BundleException e) {
        String name = bundle.getSymbolicName();
        if (bundle.getState() != Bundle.INSTALLED) {
            return new Rejected(name, name, "it does not start: " + rootMessage(e),
                    "mend its BundleActivator");
        }
        List<String> missing = MissingRequirements.of(bundle, context);
        if (missing.isEmpty()) {
            return new Rejected(name, name, "it does not resolve: " + rootMessage(e),
                    "look at the versions and the uses constraints of what it imports");
        }
        return new Rejected(name, name, "it does not resolve: nothing provides " + String.join(", ", missing),
                "add the bundle that provides it, or correct the version range");
    }

    private static String rootMessage(BundleException e) {
        Throwable root = rootOf(e);
        return root instanceof BundleException ? String.valueOf(root.getMessage()) : root.toString();
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }
}
