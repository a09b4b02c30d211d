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
import org.osgi.framework.wiring.FrameworkWiring;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.cli.Host;

/** An OSGi framework with the built-in bundles and the plugins in it. */
final class FrameworkHost implements RunningHost {

    private static final long STOP_MILLISECONDS = 5000;

    private final Framework framework;
    private final Path storage;
    private final Host host;
    private final Contributed contributed;

    private FrameworkHost(Framework framework, Path storage, Host host, Contributed contributed) {
        this.framework = framework;
        this.storage = storage;
        this.host = host;
        this.contributed = contributed;
    }

    static FrameworkHost start(FrameworkChoice choice, Installation installation, List<Path> plugins) {
        List<BundleManifest> builtIns = installation.builtIns();
        try {
            Collection<BundleManifest> all = new ArrayList<>(builtIns);
            all.addAll(BundleManifest.readAll(plugins));
            Path storage = Storage.create();
            Framework framework = Frameworks.create(choice, installation, storage,
                    SystemPackages.neededBy(all), new ConnectedBundles(builtIns));
            return started(framework, choice, storage, builtIns, plugins);
        } catch (BundleException e) {
            throw new IllegalStateException(choice.word() + " does not start", e);
        }
    }

    private static FrameworkHost started(Framework framework, FrameworkChoice choice, Path storage,
            List<BundleManifest> builtIns, List<Path> plugins) throws BundleException {
        boolean done = false;
        try {
            framework.init();
            BundleContext context = framework.getBundleContext();
            ProgramBundles program = ProgramBundles.install(context, builtIns, choice);
            framework.start();
            program.start(framework.adapt(FrameworkWiring.class));
            // what comes after the registry has started is no part of the program, whatever its name
            PluginBundles installed = PluginBundles.install(context, plugins);
            installed.start();
            Contributed contributed = new Contributed(context, installed::rejected);
            Host host = new Host(choice.word(), framework.getVersion().toString(), contributed::contributions,
                    () -> describe(builtIns, installed.bundles()), contributed::everyRejection);
            done = true;
            return new FrameworkHost(framework, storage, host, contributed);
        } finally {
            if (!done) {
                // its threads would keep the program from ending
                framework.stop();
            }
        }
    }

    private static List<String> describe(List<BundleManifest> builtIns, List<Bundle> plugins) {
        return Stream.concat(builtIns.stream().map(BundleManifest::nameAndVersion),
                plugins.stream().map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())).sorted()
                .toList();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public List<Rejected> failures() {
        return contributed.failuresThatMatter();
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
