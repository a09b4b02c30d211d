package org.xstate.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.xstate.api.ApiDesign;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.Finding;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.Severity;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.Validator;
import org.xstate.api.Validator.Candidate;
import org.xstate.api.Validator.Company;
import org.xstate.api.Validator.Purpose;
import org.xstate.api.XFeatureProvider;

/**
 * Asks the validators that are there about what a plugin brings.
 *
 * @param company what it is to join
 */
record Judges(List<Validator> validators, Company company) {

    /**
     * All references are asked for, and looked at: who registers a validator may have the API from the class path, and
     * Equinox then takes its type for another.
     */
    static Judges of(BundleContext context, Company company) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(Validator.class.getName(), null);
            return new Judges(Stream.ofNullable(found).flatMap(Arrays::stream).sorted()
                    .<Object>map(context::getService).filter(Validator.class::isInstance)
                    .map(Validator.class::cast).toList(), company);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    Optional<Rejected> feature(Declaration declared, XFeatureProvider provider) {
        if (provider.descriptor() == null) {
            // the catalog says so
            return Optional.empty();
        }
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate.Feature(provider, provider.descriptor()));
        if (provider.restorePolicy() instanceof RestorePolicy.Custom custom) {
            candidates.add(new Candidate.Model(new ModelText("restore policy", custom.source()),
                    Purpose.RESTORE_POLICY));
        }
        return judge(declared, candidates);
    }

    Optional<Rejected> handlers(Declaration declared, List<TrapHandlerSource> handlers) {
        return judge(declared, List.of(new Candidate.Handlers(handlers)));
    }

    Optional<Rejected> design(Declaration declared, ApiDesign design) {
        return judge(declared, List.of(new Candidate.Model(design.source(), Purpose.API_DESIGN)));
    }

    private Optional<Rejected> judge(Declaration declared, List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> validators.stream()
                        .flatMap(validator -> validator.validate(candidate, company).stream()))
                .filter(finding -> finding.severity() == Severity.ERROR).findFirst()
                .map(finding -> declared.rejected(sentence(finding),
                        finding.remedy().isEmpty() ? "mend it" : finding.remedy()));
    }

    private static String sentence(Finding finding) {
        return finding.where().isEmpty() ? finding.message() : finding.where() + ": " + finding.message();
    }
}
