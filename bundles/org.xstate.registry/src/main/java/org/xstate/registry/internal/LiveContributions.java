package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.xstate.api.ApiDesign;
import org.xstate.api.Check;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.ImageReader;
import org.xstate.api.ReportRenderer;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureProvider;

/**
 * The contributions of the bundles that are there now. Each question reads the registry anew, which is cheap; objects are
 * made once for each bundle and kept until it goes or is updated.
 */
final class LiveContributions implements Contributions {

    private static final int MAX_ATTEMPTS = 10;

    private final IExtensionRegistry registry;
    private final BundleContext context;
    private final Trust trust;
    private final Workshop workshop;
    private final Changes changes;
    private Optional<Built> built = Optional.empty();

    /** A catalog, and what it was made from. */
    private record Built(Declarations from, List<Rejected> failures, FeatureCatalog catalog) {
    }

    LiveContributions(IExtensionRegistry registry, BundleContext context) {
        this.registry = registry;
        this.context = context;
        trust = Trust.atStart(context);
        changes = new Changes(registry, context, trust);
        workshop = new Workshop(trust, TimeLimit.of(context), changes::tell);
    }

    void open() {
        changes.open();
    }

    void close() {
        changes.close();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changes.add(listener);
    }

    private Declarations declarations() {
        Declarations now = Declarations.read(registry, context, trust);
        workshop.keepOnly(now);
        return now;
    }

    @Override
    public synchronized FeatureCatalog features() {
        Declarations now = declarations();
        for (int attempt = 1;; attempt++) {
            if (built.isPresent() && built.get().from().equals(now)
                    && built.get().failures().equals(workshop.failures())) {
                return built.get().catalog();
            }
            FeatureCatalog catalog = build(now);
            Declarations after = declarations();
            if (after.equals(now) || attempt == MAX_ATTEMPTS) {
                built = Optional.of(new Built(now, workshop.failures(), catalog));
                return catalog;
            }
            // a bundle came or went meanwhile, and may have been refused for that alone
            now = after;
        }
    }

    private FeatureCatalog build(Declarations now) {
        Judges judges = Judges.of(context);
        List<Contribution> contributions = new ArrayList<>();
        List<Rejected> failed = new ArrayList<>(now.rejected());
        for (Workshop.Usable<XFeatureProvider> one : workshop.usable(now, Point.XFEATURES,
                (plugin, type, runner) -> new GuardedFeature(plugin, runner), failed::add)) {
            Optional<Rejected> judgement = trust.isOwn(one.declared().bundle())
                    ? Optional.empty()
                    : judges.feature(one.declared(), one.object());
            judgement.ifPresentOrElse(failed::add,
                    () -> contributions.add(new Contribution(one.object(),
                            one.declared().bundle().getSymbolicName(), one.declared().type(),
                            one.declared().position())));
        }
        failed.addAll(workshop.failures());
        return FeatureCatalog.of(contributions, distinct(failed));
    }

    @Override
    public synchronized List<ImageReader> imageReaders() {
        return named(Point.IMAGE_READERS, GuardedReader::of, ImageReader::kind, "kind");
    }

    @Override
    public synchronized List<Check> checks() {
        return workshop.usable(declarations(), Point.CHECKS, GuardedCheck::new, workshop::refuse).stream()
                .map(Workshop.Usable::object).toList();
    }

    @Override
    public synchronized List<TrapHandlerSource> trapHandlers() {
        Judges judges = Judges.of(context);
        List<TrapHandlerSource> handlers = new ArrayList<>();
        for (var one : workshop.usable(declarations(), Point.TRAP_HANDLERS, Captured::handlers,
                workshop::refuse)) {
            List<TrapHandlerSource> given = one.object().trapHandlers();
            judges.handlers(one.declared(), given).ifPresentOrElse(workshop::refuse,
                    () -> handlers.addAll(given));
        }
        handlers.addAll(features().trapHandlers());
        return List.copyOf(handlers);
    }

    @Override
    public synchronized List<ApiDesign> apiDesigns() {
        return named(Point.API_DESIGNS, Captured::design, ApiDesign::id, "id");
    }

    @Override
    public synchronized List<ReportRenderer> reportRenderers() {
        return named(Point.REPORT_RENDERERS, Captured::renderer, ReportRenderer::format, "format");
    }

    /** Those with names of their own; a later one that takes an earlier one's name is refused. */
    private <T> List<T> named(Point<T> point, Workshop.Guard<T> guard, Function<T, String> naming,
            String attribute) {
        Judges judges = Judges.of(context);
        List<T> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Workshop.Usable<T> one : workshop.usable(declarations(), point, guard, workshop::refuse)) {
            String name = naming.apply(one.object());
            Optional<Rejected> judgement = one.object() instanceof ApiDesign design
                    && !trust.isOwn(one.declared().bundle())
                            ? judges.design(one.declared(), design)
                            : Optional.empty();
            if (judgement.isPresent()) {
                workshop.refuse(judgement.get());
            } else if (names.add(name)) {
                list.add(one.object());
            } else {
                workshop.refuse(one.declared().rejected(
                        "the %s %s is taken by another bundle".formatted(attribute, name),
                        "choose another " + attribute + ", or remove one of the two bundles"));
            }
        }
        return List.copyOf(list);
    }

    @Override
    public synchronized List<Rejected> rejected() {
        List<Rejected> all = new ArrayList<>(declarations().rejected());
        built.ifPresent(one -> all.addAll(one.catalog().rejected()));
        all.addAll(workshop.failures());
        return distinct(all);
    }

    private static List<Rejected> distinct(List<Rejected> all) {
        return List.copyOf(new LinkedHashSet<>(all));
    }
}
