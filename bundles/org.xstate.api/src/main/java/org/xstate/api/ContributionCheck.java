package org.xstate.api;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges one contribution against the contract and against those accepted before it. */
final class ContributionCheck {

    /** What came of a contribution. */
    sealed interface Judgement {
    }

    record Good(FeatureCatalog.Accepted accepted) implements Judgement {
    }

    record Bad(FeatureCatalog.Rejected rejected) implements Judgement {
    }

    /** Why a contribution is not used. */
    record Complaint(String reason, String remedy) {
    }

    private ContributionCheck() {
    }

    /** Plugins are strangers: whatever they throw while they are asked is a reason to leave them out. */
    static Judgement check(FeatureCatalog.Contribution contribution,
            Map<Integer, FeatureCatalog.Accepted> accepted) {
        String label = contribution.type();
        try {
            XFeatureProvider provider = contribution.provider();
            XFeatureDescriptor descriptor = provider.descriptor();
            if (descriptor == null) {
                return bad(contribution, label,
                        new Complaint("descriptor() returned null", "return an XFeatureDescriptor"));
            }
            label = descriptor.name() + " (" + label + ")";
            InitState init = provider.initState();
            FeatureModel model = provider.model();
            Optional<Complaint> complaint = clash(descriptor, accepted).or(() -> init(init, descriptor))
                    .or(() -> provider.restorePolicy() == null
                            ? Optional.of(new Complaint("it has no restore policy", "return a RestorePolicy"))
                            : Optional.empty())
                    .or(() -> rules(descriptor)).or(() -> fields(descriptor))
                    .or(() -> ModelCheck.complaint(model, accepted.values()));
            if (complaint.isPresent()) {
                return bad(contribution, label, complaint.get());
            }
            return new Good(new FeatureCatalog.Accepted(contribution, descriptor, init, model));
        } catch (PluginFailure e) {
            return bad(contribution, label, new Complaint(e.getMessage(), e.remedy()));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return bad(contribution, label,
                    new Complaint("it threw " + e, "run the provider alone and mend it"));
        }
    }

    private static Optional<Complaint> clash(XFeatureDescriptor descriptor,
            Map<Integer, FeatureCatalog.Accepted> accepted) {
        FeatureCatalog.Accepted earlier = accepted.get(descriptor.number());
        if (earlier != null) {
            return Optional.of(new Complaint("component " + descriptor.number() + " is taken by "
                    + earlier.descriptor().name() + " of " + earlier.contribution().bundle(),
                    "choose another number, or remove one of the two bundles"));
        }
        for (FeatureCatalog.Accepted other : accepted.values()) {
            Set<String> taken = names(other.descriptor());
            for (String name : names(descriptor)) {
                if (taken.contains(name)) {
                    return Optional.of(new Complaint(
                            "the name %s is taken by component %d of %s".formatted(
                                    descriptor.name().toLowerCase(Locale.ROOT).equals(name)
                                            ? descriptor.name()
                                            : descriptor.linuxName(),
                                    other.descriptor().number(), other.contribution().bundle()),
                            "choose another name"));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> names(XFeatureDescriptor descriptor) {
        Set<String> names = new HashSet<>();
        names.add(descriptor.name().toLowerCase(Locale.ROOT));
        names.add(descriptor.linuxName().toLowerCase(Locale.ROOT));
        return names;
    }

    /** Asked at more than one size, because CPUID may give the component another one (PKRU on Zen 2: 64 bytes). */
    private static Optional<Complaint> init(InitState init, XFeatureDescriptor descriptor) {
        if (init == null) {
            return Optional
                    .of(new Complaint("it has no init state", "return InitState.allZero() or the bytes "
                            + "that the component has after a restore with XSTATE_BV clear"));
        }
        for (int size : new int[]{descriptor.size(), 8 * descriptor.size()}) {
            int got = init.hardware(InitState.Context.ofSize(size)).length;
            if (got != size) {
                return Optional.of(new Complaint(
                        "its init state has %d bytes where the component has %d".formatted(got, size),
                        "return exactly as many bytes as the context asks for; CPUID may give another size than "
                                + "the manual"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Complaint> rules(XFeatureDescriptor descriptor) {
        int number = descriptor.number();
        if (!descriptor.together().isEmpty() && !descriptor.together().has(number)) {
            return Optional.of(new Complaint(
                    "the group %s that is set together does not contain the component itself"
                            .formatted(descriptor.together()),
                    "name the component in together(...) too"));
        }
        if (descriptor.conflicts().has(number)) {
            return Optional.of(new Complaint("it conflicts with itself",
                    "leave its own number out of conflicts(...)"));
        }
        if (descriptor.alwaysOn() && !descriptor.isUser()) {
            return Optional.of(new Complaint("it is always on in XCR0, but a supervisor component",
                    "leave alwaysOn() out"));
        }
        return Optional.empty();
    }

    private static Optional<Complaint> fields(XFeatureDescriptor descriptor) {
        Set<String> names = new HashSet<>();
        for (FieldDescriptor field : descriptor.fields()) {
            if ((long) field.offset() + field.width() > descriptor.size()) {
                return Optional.of(new Complaint("field %s ends beyond the component's %d bytes"
                        .formatted(field.name(), descriptor.size()), "correct the field's offset or width"));
            }
            if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(new Complaint("it has two fields named " + field.name(),
                        "give each field a name of its own"));
            }
        }
        return Optional.empty();
    }

    private static Bad bad(FeatureCatalog.Contribution contribution, String label, Complaint complaint) {
        return new Bad(new FeatureCatalog.Rejected(contribution.bundle(), label, contribution.position(),
                complaint.reason(), complaint.remedy()));
    }
}
