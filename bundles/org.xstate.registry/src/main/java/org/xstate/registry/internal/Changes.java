package org.xstate.registry.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.xstate.api.Contributions.Subscription;

/**
 * Tells listeners that contributions came or went: on a thread of its own, because whoever noticed it may hold locks of the
 * framework or of the contributions.
 */
final class Changes {

    private static final long IDLE_SECONDS = 1;

    private static final int WHAT_MATTERS = BundleEvent.RESOLVED | BundleEvent.UNRESOLVED
            | BundleEvent.UPDATED
            | BundleEvent.UNINSTALLED;

    private final IExtensionRegistry registry;
    private final BundleContext context;
    private final Trust trust;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = teller();
    private final IRegistryEventListener onRegistry = new RegistryListener();

    /** For bundles without a plugin.xml, of which the registry knows nothing. */
    private final BundleListener onBundles = this::bundleChanged;

    Changes(IExtensionRegistry registry, BundleContext context, Trust trust) {
        this.trust = trust;
        this.registry = registry;
        this.context = context;
    }

    void open() {
        registry.addListener(onRegistry);
        context.addBundleListener(onBundles);
    }

    void close() {
        registry.removeListener(onRegistry);
        context.removeBundleListener(onBundles);
        teller.shutdown();
    }

    Subscription add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        if (!listeners.isEmpty()) {
            teller.execute(() -> listeners.forEach(Runnable::run));
        }
    }

    /** One thread, so that listeners are told in order; it ends when there is nothing to tell. */
    private static ExecutorService teller() {
        ThreadPoolExecutor teller = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), code -> {
                    Thread thread = new Thread(code, "changes of contributions");
                    thread.setDaemon(true);
                    return thread;
                });
        teller.allowCoreThreadTimeOut(true);
        return teller;
    }

    private void bundleChanged(BundleEvent event) {
        if ((event.getType() & WHAT_MATTERS) != 0 && !trust.isOwn(event.getBundle())) {
            tell();
        }
    }

    private final class RegistryListener implements IRegistryEventListener {

        @Override
        public void added(IExtension[] extensions) {
            tellOf(extensions);
        }

        @Override
        public void removed(IExtension[] extensions) {
            tellOf(extensions);
        }

        @Override
        public void added(IExtensionPoint[] extensionPoints) {
            // the points are this program's, and there from the start
        }

        @Override
        public void removed(IExtensionPoint[] extensionPoints) {
            // as above
        }

        private void tellOf(IExtension[] extensions) {
            for (IExtension extension : extensions) {
                if (extension.getExtensionPointUniqueIdentifier().startsWith(Point.NAMESPACE + ".")) {
                    tell();
                    return;
                }
            }
        }
    }
}
