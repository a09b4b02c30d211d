package org.xstate.analysis.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.xstate.api.ApiDesign;
import org.xstate.api.FeatureCatalog;
import org.xstate.analysis.designs.DesignText;
import org.xstate.api.Finding;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.Validator;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.sim.scenario.LoadOptions;

/**
 * Compiles the model C of plugins behind the library, on a processor that has what it needs, and compares sizes with what
 * processors report. Whoever brings no model C is not compiled.
 */
public final class PluginValidator implements Validator {

    /** Without others: beside the xfeatures of the class path. */
    @Override
    public List<Finding> validate(Candidate candidate) {
        return validate(candidate, new Company() {
            @Override
            public FeatureCatalog features() {
                return FeatureCatalog.load(PluginValidator.class.getClassLoader());
            }

            @Override
            public List<TrapHandlerSource> trapHandlers() {
                return List.of();
            }

            @Override
            public List<ApiDesign> apiDesigns() {
                return List.of();
            }
        });
    }

    @Override
    public List<Finding> validate(Candidate candidate, Company company) {
        return switch (candidate) {
            case Candidate.Feature feature -> feature(feature, company);
            case Candidate.Handlers handlers -> handlers(handlers.handlers(), company);
            case Candidate.Model(ModelText text, Purpose purpose) when purpose == Purpose.API_DESIGN ->
                TextCompiler.first(
                        DesignText.problems(text, company.apiDesigns(),
                                LoadOptions.of(company.features(), handlersOf(company))));
            // a restore policy is compiled with its xfeature, a handler with the others of its bundle
            case Candidate.Model _ -> List.of();
        };
    }

    private static List<Finding> feature(Candidate.Feature feature, Company company) {
        List<Finding> findings = new ArrayList<>(KnownSizes.contradictions(feature.descriptor()));
        if (findings.isEmpty() && hasModel(feature.provider())) {
            List<FeatureCatalog.Contribution> all = new ArrayList<>(company.features().contributions());
            all.add(new FeatureCatalog.Contribution(feature.provider(), "candidate"));
            FeatureCatalog catalog = FeatureCatalog.of(all);
            // one that the catalog refuses is told why by it
            if (catalog.provider(feature.descriptor().number()).filter(feature.provider()::equals)
                    .isPresent()) {
                findings.addAll(TextCompiler.problems(feature.descriptor().mask(), catalog,
                        company.trapHandlers()));
            }
        }
        return findings;
    }

    private static List<TrapHandlerSource> handlersOf(Company company) {
        return Stream.concat(company.trapHandlers().stream(), company.features().trapHandlers().stream())
                .toList();
    }

    private static boolean hasModel(XFeatureProvider provider) {
        return !provider.model().texts().isEmpty() || !provider.trapHandlers().isEmpty()
                || provider.restorePolicy() instanceof RestorePolicy.Custom;
    }

    /** Once for each set of components with which some of them are read. */
    private static List<Finding> handlers(List<TrapHandlerSource> handlers, Company company) {
        FeatureCatalog catalog = company.features();
        List<TrapHandlerSource> all = Stream.concat(company.trapHandlers().stream(), handlers.stream())
                .toList();
        XFeatureMask described = catalog.mask();
        return handlers.stream().map(TrapHandlerSource::needs).distinct().map(needs -> described.hasAll(needs)
                ? TextCompiler.problems(needs, catalog, all)
                : List.of(Finding.error("handler-needs-nobody",
                        "a handler needs components that nobody describes: " + needs.andNot(described))
                        .remedy("install the bundle that does, or correct its needs")))
                .flatMap(List::stream).distinct().toList();
    }
}
