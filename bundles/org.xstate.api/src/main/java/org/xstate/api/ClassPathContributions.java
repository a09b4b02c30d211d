package org.xstate.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** What {@link ServiceLoader} finds through a class loader; nothing comes or goes while it is used. */
final class ClassPathContributions implements Contributions {

    private static final Subscription NOTHING_TO_END = () -> {
        // nobody is ever called
    };

    /** In the order in which the registry has them. */
    private static final Map<String, Class<?>> POINTS = points();

    private final ClassLoader loader;
    private final Set<FeatureCatalog.Rejected> failures = new LinkedHashSet<>();
    private Optional<FeatureCatalog> features = Optional.empty();

    ClassPathContributions(ClassLoader loader) {
        this.loader = loader;
    }

    private static Map<String, Class<?>> points() {
        Map<String, Class<?>> points = new LinkedHashMap<>();
        points.put("xfeatures", XFeatureProvider.class);
        points.put("trapHandlers", TrapHandlerProvider.class);
        points.put("apiDesigns", ApiDesign.class);
        points.put("checks", Check.class);
        points.put("imageReaders", ImageReader.class);
        points.put("reportRenderers", ReportRenderer.class);
        return points;
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

    /** On a class path everything is the program's own. */
    @Override
    public List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        POINTS.forEach((point, contract) -> ServiceLoader.load(contract, loader).stream()
                .map(ServiceLoader.Provider::type)
                .forEach(type -> all.add(new Declared(point, ServiceContributions.bundleOf(type), "",
                        type.getName(), "", true, true))));
        return List.copyOf(all);
    }

    @Override
    public void enable(String name, boolean on) {
        DisabledContributions.ofUser().enable(name, on);
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
