package org.xstate.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The xfeatures at hand, by number; immutable. Contributions that clash or break the contract are listed, not used. */
public final class FeatureCatalog {

    /**
     * A provider and where it came from.
     *
     * @param provider the plugin's object, or one that stands in for it
     * @param bundle   symbolic name, or jar name on a plain class path
     * @param type     name of the class that the bundle declares
     * @param position where it does: {@code plugin.xml line 7}; empty if not known
     */
    public record Contribution(XFeatureProvider provider, String bundle, String type, String position) {
        public Contribution {
            Objects.requireNonNull(provider);
            Objects.requireNonNull(bundle);
            Objects.requireNonNull(type);
            Objects.requireNonNull(position);
        }

        public Contribution(XFeatureProvider provider, String bundle) {
            this(provider, bundle, provider.getClass().getName(), "");
        }
    }

    /**
     * A contribution that is not used.
     *
     * @param bundle       symbolic name, or file name of what is no bundle
     * @param contribution class or feature name
     * @param position     where the bundle declares it: {@code plugin.xml line 7}; empty if not known
     * @param reason       what is wrong, in words
     * @param remedy       what its author should do
     */
    public record Rejected(String bundle, String contribution, String position, String reason,
            String remedy) {
        public Rejected {
            Objects.requireNonNull(bundle);
            Objects.requireNonNull(contribution);
            Objects.requireNonNull(position);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(remedy);
        }

        public Rejected(String bundle, String contribution, String reason, String remedy) {
            this(bundle, contribution, "", reason, remedy);
        }
    }

    /** What was judged is kept: a provider that answers differently the next time changes nothing. */
    record Accepted(Contribution contribution, XFeatureDescriptor descriptor, InitState initState,
            FeatureModel model) {
    }

    private final Map<Integer, Accepted> byNumber;
    private final List<Rejected> rejected;

    private FeatureCatalog(Map<Integer, Accepted> byNumber, List<Rejected> rejected) {
        this.byNumber = byNumber;
        this.rejected = List.copyOf(rejected);
    }

    /** Takes contributions in order; a later one that clashes with an earlier one is rejected. */
    public static FeatureCatalog of(Collection<Contribution> contributions) {
        return of(contributions, List.of());
    }

    /** The same, with contributions that could not even be created. */
    public static FeatureCatalog of(Collection<Contribution> contributions, Collection<Rejected> failed) {
        Map<Integer, Accepted> accepted = new TreeMap<>();
        List<Rejected> rejected = new ArrayList<>(failed);
        for (Contribution contribution : contributions) {
            // not a pattern switch: the JVM spins a class for one, which every start of a command would wait for
            ContributionCheck.Judgement judgement = ContributionCheck.check(contribution, accepted);
            if (judgement instanceof ContributionCheck.Bad(Rejected bad)) {
                rejected.add(bad);
            } else if (judgement instanceof ContributionCheck.Good(Accepted good)) {
                accepted.put(good.descriptor().number(), good);
            }
        }
        return new FeatureCatalog(accepted, rejected);
    }

    /** What {@link ServiceLoader} finds through the given loader. A provider that cannot be created is rejected, by name. */
    public static FeatureCatalog load(ClassLoader loader) {
        ServiceContributions found = ServiceContributions.find(loader);
        return of(found.contributions(), found.failed());
    }

    /** All accepted contributions, by ascending component number. */
    public List<Contribution> contributions() {
        return byNumber.values().stream().map(Accepted::contribution).toList();
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public Optional<XFeatureProvider> provider(int number) {
        return Optional.ofNullable(byNumber.get(number)).map(a -> a.contribution().provider());
    }

    public Optional<XFeatureDescriptor> descriptor(int number) {
        return Optional.ofNullable(byNumber.get(number)).map(Accepted::descriptor);
    }

    /** All descriptors, by ascending component number. */
    public List<XFeatureDescriptor> descriptors() {
        return byNumber.values().stream().map(Accepted::descriptor).toList();
    }

    /** The manual's name, or {@code component 21} for one that nobody has described. */
    public String name(int number) {
        return descriptor(number).map(XFeatureDescriptor::name).orElse("component " + number);
    }

    /** For sentences: {@code PKRU (component 9)}, or {@code component 21}. */
    public String label(int number) {
        return descriptor(number).map(d -> d.name() + " (component " + number + ")")
                .orElse("component " + number);
    }

    /** Finds a feature by number, manual's name or Linux name, whatever the case. */
    public Optional<XFeatureProvider> find(String nameOrNumber) {
        return byNumber.values().stream().filter(accepted -> {
            XFeatureDescriptor d = accepted.descriptor();
            return d.name().equalsIgnoreCase(nameOrNumber) || d.linuxName().equalsIgnoreCase(nameOrNumber)
                    || nameOrNumber.equals(Integer.toString(d.number()));
        }).map(accepted -> accepted.contribution().provider()).findFirst();
    }

    /** The hardware's init state of a component: all zero for one that nobody has described. @param size bytes */
    public byte[] hardwareInit(int number, int size) {
        return Optional.ofNullable(byNumber.get(number))
                .map(a -> a.initState().hardware(InitState.Context.ofSize(size)))
                .orElseGet(() -> new byte[size]);
    }

    /**
     * How a component moves: plainly for one that nobody has described, or to which CPUID gives fewer bytes than its
     * descriptor does. @param size bytes on the CPU at hand
     */
    public RegisterBehaviour registerBehaviour(int number, int size, AddressWidths widths) {
        return provider(number).filter(provider -> size >= provider.descriptor().size())
                .map(provider -> provider.registerBehaviour(widths)).orElse(RegisterBehaviour.PLAIN);
    }

    /** What a component brings in model C; nothing for one that nobody has described. @since 1.1 */
    public FeatureModel model(int number) {
        return Optional.ofNullable(byNumber.get(number)).map(Accepted::model).orElse(FeatureModel.NONE);
    }

    /** The handlers that xfeatures bring, by component number, each with its component among its needs. @since 1.1 */
    public List<TrapHandlerSource> trapHandlers() {
        return contributedHandlers().stream().map(Contributions.ContributedHandler::handler).toList();
    }

    /** The same, each with the bundle that brings it. @since 1.1 */
    public List<Contributions.ContributedHandler> contributedHandlers() {
        return byNumber.values().stream()
                .flatMap(accepted -> accepted.contribution().provider().trapHandlers().stream()
                        .map(handler -> handler.needing(accepted.descriptor().number()))
                        .map(handler -> new Contributions.ContributedHandler(handler,
                                accepted.contribution().bundle())))
                .toList();
    }

    /**
     * The same components, some of them under another restore policy than their provider's: what those bring for the
     * kernel is left out, for it is about another policy.
     *
     * @param policies by component number; numbers that nobody has described are passed over
     * @since 1.1
     */
    public FeatureCatalog restoring(Map<Integer, RestorePolicy> policies) {
        Map<Integer, Accepted> others = new TreeMap<>(byNumber);
        others.replaceAll((number, accepted) -> {
            RestorePolicy policy = policies.get(number);
            if (policy == null) {
                return accepted;
            }
            XFeatureProvider provider = new RestoredOtherwise(accepted.contribution().provider(), policy);
            Contribution own = accepted.contribution();
            return new Accepted(
                    new Contribution(provider, own.bundle(), own.type(), own.position()),
                    accepted.descriptor(), accepted.initState(),
                    new FeatureModel(accepted.model().hardware(), List.of()));
        });
        return new FeatureCatalog(others, rejected);
    }

    /** Everything described, as one mask. */
    public XFeatureMask mask() {
        return new XFeatureMask(
                byNumber.keySet().stream().mapToLong(n -> 1L << n).reduce(0, (a, b) -> a | b));
    }
}
