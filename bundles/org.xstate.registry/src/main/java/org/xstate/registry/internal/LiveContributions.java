package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.xstate.api.ApiDesign;
import org.xstate.api.Check;
import org.xstate.api.Contributions;
import org.xstate.api.DisabledContributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.ImageReader;
import org.xstate.api.ReportRenderer;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.Validator;
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
    private Optional<Handlers> handlers = Optional.empty();

    /** A catalog, and what it was made from. */
    private record Built(Declarations from, List<Rejected> failures, FeatureCatalog catalog) {
    }

    /** Trap handlers that belong to no xfeature, and what they were judged from. */
    private record Handlers(Declarations from, List<Rejected> failures, List<ContributedHandler> accepted) {
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
        List<Contribution> contributions = new ArrayList<>();
        Judges judges = Judges.of(context,
                new Joined(() -> FeatureCatalog.of(contributions), () -> handlersOfProgram(now), List::of));
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

    /** What every xfeature's handlers have to get along with; nothing of a plugin is touched for it. */
    private List<TrapHandlerSource> handlersOfProgram(Declarations now) {
        List<TrapHandlerSource> own = new ArrayList<>();
        workshop.usable(now.where(trust::isOwn), Point.TRAP_HANDLERS, Captured::handlers, workshop::refuse)
                .forEach(one -> own.addAll(one.object().trapHandlers()));
        return List.copyOf(own);
    }

    /** What a candidate joins, found out when it is asked for. */
    private record Joined(Supplier<FeatureCatalog> catalog,
            Supplier<List<TrapHandlerSource>> handlers,
            Supplier<List<ApiDesign>> designs) implements Validator.Company {

        @Override
        public FeatureCatalog features() {
            return catalog.get();
        }

        @Override
        public List<TrapHandlerSource> trapHandlers() {
            return handlers.get();
        }

        @Override
        public List<ApiDesign> apiDesigns() {
            return designs.get();
        }
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
    public synchronized List<ContributedHandler> contributedHandlers() {
        List<ContributedHandler> all = new ArrayList<>(handlersOfNoFeature());
        all.addAll(features().contributedHandlers());
        return List.copyOf(all);
    }

    /** Judged once for what is declared: that takes time. */
    private List<ContributedHandler> handlersOfNoFeature() {
        Declarations now = declarations();
        if (handlers.filter(one -> one.from().equals(now) && one.failures().equals(workshop.failures()))
                .isEmpty()) {
            List<ContributedHandler> accepted = acceptedHandlers(now);
            handlers = Optional.of(new Handlers(now, workshop.failures(), accepted));
        }
        return handlers.get().accepted();
    }

    private static List<TrapHandlerSource> sources(List<ContributedHandler> contributed) {
        return contributed.stream().map(ContributedHandler::handler).toList();
    }

    private List<ContributedHandler> acceptedHandlers(Declarations now) {
        List<ContributedHandler> accepted = new ArrayList<>();
        Judges judges = Judges.of(context, new Joined(this::features, () -> sources(accepted), List::of));
        for (var one : workshop.usable(now, Point.TRAP_HANDLERS, Captured::handlers, workshop::refuse)) {
            List<TrapHandlerSource> given = one.object().trapHandlers();
            String bundle = one.declared().bundle().getSymbolicName();
            Optional<Rejected> judgement = trust.isOwn(one.declared().bundle())
                    ? Optional.empty()
                    : judges.handlers(one.declared(), given);
            judgement.ifPresentOrElse(workshop::refuse,
                    () -> given.forEach(handler -> accepted.add(new ContributedHandler(handler, bundle))));
        }
        return List.copyOf(accepted);
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
        List<T> list = new ArrayList<>();
        Judges judges = Judges.of(context, new Joined(this::features, () -> sources(handlersOfNoFeature()),
                () -> list.stream().filter(ApiDesign.class::isInstance).map(ApiDesign.class::cast).toList()));
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

    @Override
    public synchronized List<Declared> declared() {
        Declarations now = declarations();
        List<Declared> all = new ArrayList<>();
        for (Point<?> point : Point.ALL) {
            now.of(point).forEach(one -> all.add(declared(one, true)));
            now.disabled().stream().filter(one -> one.point().equals(point))
                    .forEach(one -> all.add(declared(one, false)));
        }
        all.addAll(now.desktop());
        return List.copyOf(all);
    }

    private Declared declared(Declaration one, boolean enabled) {
        return new Declared(one.point().name(), one.bundle().getSymbolicName(),
                one.bundle().getVersion().toString(), one.type(), one.position(), trust.isOwn(one.bundle()),
                enabled);
    }

    @Override
    public void enable(String name, boolean on) {
        DisabledContributions.ofUser().enable(name, on);
        changes.tell();
    }

    private static List<Rejected> distinct(List<Rejected> all) {
        return List.copyOf(new LinkedHashSet<>(all));
    }
}
