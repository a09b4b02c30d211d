package org.xstate.registry.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.xstate.api.Contributions.Subscription;

/** Tells listeners that contributions came or went. */
final class Changes {

    private static final int WHAT_MATTERS = BundleEvent.RESOLVED | BundleEvent.UNRESOLVED
            | BundleEvent.UPDATED
            | BundleEvent.UNINSTALLED;

    private final IExtensionRegistry registry;
    private final BundleContext context;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final IRegistryEventListener onRegistry = new RegistryListener();

    /** For bundles without a plugin.xml, of which the registry knows nothing. */
    private final BundleListener onBundles = event -> {
        if ((event.getType() & WHAT_MATTERS) != 0 && !Trust.isOwn(event.getBundle())) {
            tell();
        }
    };

    Changes(IExtensionRegistry registry, BundleContext context) {
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
    }

    Subscription add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        listeners.forEach(Runnable::run);
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
