package org.xstate.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** What {@link ServiceLoader} finds through a class loader; nothing comes or goes while it is used. */
final class ClassPathContributions implements Contributions {

    private static final Subscription NOTHING_TO_END = () -> {
        // nobody is ever called
    };

    private final ClassLoader loader;
    private final Set<FeatureCatalog.Rejected> failures = new LinkedHashSet<>();
    private Optional<FeatureCatalog> features = Optional.empty();

    ClassPathContributions(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public synchronized FeatureCatalog features() {
        if (features.isEmpty()) {
            features = Optional.of(FeatureCatalog.load(loader));
            failures.addAll(features.get().rejected());
        }
        return features.get();
    }

    @Override
    public List<ImageReader> imageReaders() {
        return load(ImageReader.class);
    }

    @Override
    public List<Check> checks() {
        return load(Check.class);
    }

    @Override
    public List<ContributedHandler> contributedHandlers() {
        List<ContributedHandler> handlers = new ArrayList<>();
        load(TrapHandlerProvider.class).forEach(provider -> provider.trapHandlers()
                .forEach(handler -> handlers
                        .add(new ContributedHandler(handler,
                                ServiceContributions.bundleOf(provider.getClass())))));
        handlers.addAll(features().contributedHandlers());
        return List.copyOf(handlers);
    }

    @Override
    public List<ApiDesign> apiDesigns() {
        return load(ApiDesign.class);
    }

    @Override
    public List<ReportRenderer> reportRenderers() {
        return load(ReportRenderer.class);
    }

    @Override
    public synchronized List<FeatureCatalog.Rejected> rejected() {
        return List.copyOf(failures);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return NOTHING_TO_END;
    }

    private synchronized <T> List<T> load(Class<T> contract) {
        List<T> found = new ArrayList<>();
        Iterator<T> services = ServiceLoader.load(contract, loader).iterator();
        boolean more = true;
        while (more) {
            try {
                more = services.hasNext();
                if (more) {
                    found.add(services.next());
                }
            } catch (ServiceConfigurationError e) {
                failures.add(new FeatureCatalog.Rejected("class path", contract.getName(),
                        "META-INF/services/" + contract.getName(), String.valueOf(e.getMessage()),
                        "mend the class or the entry"));
            }
        }
        return List.copyOf(found);
    }
}
