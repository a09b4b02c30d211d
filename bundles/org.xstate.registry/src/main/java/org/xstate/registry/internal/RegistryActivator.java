package org.xstate.registry.internal;

import java.util.Optional;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.xstate.api.Contributions;

/** Publishes {@link Contributions} while the bundle is active. */
public final class RegistryActivator implements BundleActivator {

    private Optional<LiveContributions> contributions = Optional.empty();

    @Override
    public void start(BundleContext context) throws BundleException {
        LiveContributions live = new LiveContributions(EquinoxRegistry.start(context), context);
        contributions = Optional.of(live);
        live.open();
        context.registerService(Contributions.class, live, null);
    }

    @Override
    public void stop(BundleContext context) {
        contributions.ifPresent(LiveContributions::close);
        contributions = Optional.empty();
    }
}
