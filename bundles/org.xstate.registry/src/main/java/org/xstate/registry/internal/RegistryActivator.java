package org.xstate.registry.internal;

import java.util.Optional;

import javax.xml.parsers.SAXParserFactory;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.xstate.api.Contributions;

/** Publishes {@link Contributions} while the bundle is active. */
public final class RegistryActivator implements BundleActivator {

    private Optional<LiveContributions> contributions = Optional.empty();

    @Override
    public void start(BundleContext context) throws BundleException {
        offerXmlParser(context);
        LiveContributions live = new LiveContributions(EquinoxRegistry.start(context), context);
        contributions = Optional.of(live);
        live.open();
        context.registerService(Contributions.class, live, null);
    }

    /**
     * The registry reads XML with a service that Equinox has from the start. Before any class of the registry is touched: that
     * may activate it, and it reads the bundles that are there at once.
     */
    private static void offerXmlParser(BundleContext context) {
        if (context.getServiceReference(SAXParserFactory.class) == null) {
            context.registerService(SAXParserFactory.class, SAXParserFactory.newDefaultInstance(), null);
        }
    }

    @Override
    public void stop(BundleContext context) {
        contributions.ifPresent(LiveContributions::close);
        contributions = Optional.empty();
    }
}
