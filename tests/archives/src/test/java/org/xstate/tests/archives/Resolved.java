package org.xstate.tests.archives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Whether the bundles of a product find what they need, on the platform that it is for: asked of Equinox itself. */
final class Resolved {

    private Resolved() {
    }

    /** What stays unresolved, with the reason; empty if all is well. */
    static List<String> missing(Path plugins, Map<String, String> environment, Path storage)
            throws IOException, BundleException, InterruptedException {
        Map<String, String> configuration = new HashMap<>(environment);
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(configuration);
        framework.init();
        try (Stream<Path> files = Files.list(plugins)) {
            List<Bundle> bundles = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("org.eclipse.osgi-"))
                    .toList()) {
                bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
            }
            FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
            wiring.resolveBundles(bundles);
            return bundles.stream().filter(bundle -> bundle.adapt(BundleWiring.class) == null)
                    .map(bundle -> bundle.getSymbolicName() + " " + reason(bundle)).sorted().toList();
        } finally {
            framework.stop();
            // it writes into its storage until then
            framework.waitForStop(0);
        }
    }

    private static String reason(Bundle bundle) {
        try {
            bundle.start();
            return "";
        } catch (BundleException e) {
            return e.getMessage();
        }
    }
}
