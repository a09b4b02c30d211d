package org.xstate.ui;

import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.xstate.api.Contributions;

/** What bundles contribute, for views: followed while a view is open. */
public final class Contributed implements AutoCloseable {

    private final ServiceTracker<Contributions, Contributions> tracker;

    private Contributed(ServiceTracker<Contributions, Contributions> tracker) {
        this.tracker = tracker;
    }

    /** @throws IllegalStateException outside of a framework */
    public static Contributed open() {
        BundleContext context = Optional.ofNullable(FrameworkUtil.getBundle(Contributed.class))
                .map(bundle -> bundle.getBundleContext())
                .orElseThrow(() -> new IllegalStateException("the desktop runs in an OSGi framework only"));
        ServiceTracker<Contributions, Contributions> tracker = new ServiceTracker<>(context,
                Contributions.class, null);
        tracker.open();
        return new Contributed(tracker);
    }

    /** Empty while the registry's bundle is not running. */
    public Optional<Contributions> current() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public void close() {
        tracker.close();
    }
}
