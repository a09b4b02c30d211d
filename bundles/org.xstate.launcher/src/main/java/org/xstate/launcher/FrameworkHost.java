package org.xstate.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.xstate.cli.Host;

/** An OSGi framework with the built-in bundles and the plugins in it. */
final class FrameworkHost implements RunningHost {

    private static final long STOP_MILLISECONDS = 5000;

    private final Framework framework;
    private final Path storage;
    private final Host host;

    private FrameworkHost(Framework framework, Path storage, Host host) {
        this.framework = framework;
        this.storage = storage;
        this.host = host;
    }

    static FrameworkHost start(FrameworkChoice choice, Installation installation, List<Path> plugins) {
        List<BundleManifest> builtIns = installation.builtIns();
        try {
            List<BundleManifest> manifests = BundleManifest.readAll(plugins);
            List<BundleManifest> needed = NeededBuiltIns.of(manifests, builtIns);
            Collection<BundleManifest> all = new ArrayList<>(needed);
            all.addAll(manifests);
            Path storage = Storage.create();
            Framework framework = Frameworks.create(choice, installation, storage,
                    SystemPackages.neededBy(all), new ConnectedBundles(builtIns));
            framework.init();
            BundleContext context = framework.getBundleContext();
            for (BundleManifest bundle : needed) {
                context.installBundle(ConnectedBundles.location(bundle));
            }
            PluginBundles installed = PluginBundles.install(context, plugins);
            framework.start();
            Contributions found = installed.start();
            Host host = new Host(choice.word(), framework.getVersion().toString(),
                    () -> found.addTo(BuiltIns.features()), () -> found.addTo(BuiltIns.readers()),
                    found::checks,
                    () -> describe(builtIns, installed.bundles()));
            return new FrameworkHost(framework, storage, host);
        } catch (BundleException e) {
            throw new IllegalStateException(choice.word() + " does not start", e);
        }
    }

    private static List<String> describe(List<BundleManifest> builtIns, List<Bundle> plugins) {
        return Stream.concat(builtIns.stream().map(BundleManifest::nameAndVersion),
                plugins.stream().map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())).sorted()
                .toList();
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLISECONDS);
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Storage.delete(storage);
    }
}
