package org.xstate.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges one contribution against the contract and against those accepted before it. */
final class ContributionCheck {

    private ContributionCheck() {
    }

    static Optional<FeatureCatalog.Rejected> check(FeatureCatalog.Contribution contribution,
            Map<Integer, FeatureCatalog.Contribution> accepted, Set<String> names) {
        String label = contribution.provider().getClass().getName();
        try {
            XFeatureProvider provider = contribution.provider();
            XFeatureDescriptor descriptor = provider.descriptor();
            if (descriptor == null) {
                return rejected(contribution, label, "descriptor() returned null",
                        "return an XFeatureDescriptor");
            }
            label = descriptor.name() + " (" + label + ")";
            FeatureCatalog.Contribution earlier = accepted.get(descriptor.number());
            if (earlier != null) {
                return rejected(contribution, label, "component " + descriptor.number() + " is taken by "
                        + earlier.provider().descriptor().name() + " of " + earlier.bundle(),
                        "choose another number, or remove one of the two bundles");
            }
            if (names.contains(descriptor.name().toLowerCase(Locale.ROOT))) {
                return rejected(contribution, label, "the name " + descriptor.name() + " is taken",
                        "choose another name");
            }
            if (provider.initState() == null) {
                return rejected(contribution, label, "it has no init state",
                        "return InitState.allZero() or the bytes "
                                + "that the component has after a restore with XSTATE_BV clear");
            }
            int got = provider.initState().hardware(InitState.Context.ofSize(descriptor.size())).length;
            if (got != descriptor.size()) {
                return rejected(contribution, label, "its init state has " + got + " bytes, the component "
                        + descriptor.size(), "make both the same size");
            }
            if (provider.restorePolicy() == null) {
                return rejected(contribution, label, "it has no restore policy", "return a RestorePolicy");
            }
            return fieldOutside(descriptor).flatMap(field -> rejected(contribution, descriptor.name(),
                    "field " + field.name() + " ends beyond the component's " + descriptor.size() + " bytes",
                    "correct the field's offset or width"));
        } catch (RuntimeException | LinkageError e) {
            return rejected(contribution, label, "it threw " + e, "run the provider alone and mend it");
        }
    }

    private static Optional<FieldDescriptor> fieldOutside(XFeatureDescriptor descriptor) {
        return descriptor.fields().stream()
                .filter(field -> field.offset() + field.width() > descriptor.size()).findFirst();
    }

    private static Optional<FeatureCatalog.Rejected> rejected(FeatureCatalog.Contribution contribution,
            String label,
            String reason, String remedy) {
        return Optional.of(new FeatureCatalog.Rejected(contribution.bundle(), label, reason, remedy));
    }
}
