package org.xstate.registry.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Has the Equinox extension registry run, on whatever framework. Both of its bundles ask to be activated lazily, which not
 * every framework does for them.
 */
final class EquinoxRegistry {

    private EquinoxRegistry() {
    }

    static IExtensionRegistry start(BundleContext context) throws BundleException {
        Optional<IExtensionRegistry> running = service(context);
        if (running.isPresent()) {
            return running.get();
        }
        for (BundleWire wire : context.getBundle().adapt(BundleWiring.class)
                .getRequiredWires(BundleNamespace.BUNDLE_NAMESPACE)) {
            wire.getProviderWiring().getBundle().start(Bundle.START_TRANSIENT);
        }
        return service(context)
                .orElseThrow(() -> new BundleException("the extension registry does not run"));
    }

    private static Optional<IExtensionRegistry> service(BundleContext context) {
        ServiceReference<IExtensionRegistry> reference = context
                .getServiceReference(IExtensionRegistry.class);
        return Optional.ofNullable(reference).map(context::getService);
    }
}
