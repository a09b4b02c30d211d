package org.xstate.ui.workbench.internal.features;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.json.FeaturesJson;
import org.xstate.analysis.text.FeatureText;
import org.xstate.analysis.text.FeaturesText;
import org.xstate.analysis.text.Style;
import org.xstate.api.Contributions;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;

/**
 * What is registered at one moment.
 *
 * @param handlers in the order in which they are asked
 * @param declared everything that bundles declare, switched off or not
 * @param rejected what cannot be used
 */
record Registered(FeatureCatalog catalog, List<ContributedHandler> handlers, List<Declared> declared,
        List<Rejected> rejected) {

    /** Asks for everything, so that everything that fails has failed: off the thread of the user interface. */
    static Registered of(Contributions contributions) {
        FeatureCatalog catalog = contributions.features();
        List<ContributedHandler> handlers = contributions.contributedHandlers();
        contributions.apiDesigns();
        contributions.checks();
        contributions.imageReaders();
        contributions.reportRenderers();
        List<Rejected> rejected = new ArrayList<>(catalog.rejected());
        contributions.rejected().stream().filter(one -> !rejected.contains(one)).forEach(rejected::add);
        return new Registered(catalog, handlers, contributions.declared(), rejected);
    }

    long disabled() {
        return declared.stream().filter(one -> !one.enabled()).count();
    }

    String text() {
        return String.join("\n", FeaturesText.lines(catalog, handlers, rejected, declared, true, Style.PLAIN))
                + "\n";
    }

    String json() {
        return FeaturesJson.document("equinox", catalog, handlers, rejected, declared);
    }

    /** What the details show of a feature. */
    String about(Contribution feature) {
        return String.join("\n", FeatureText.lines(feature, catalog, handlers, Style.PLAIN));
    }

    /** What the details show of a handler. */
    static String about(ContributedHandler handler) {
        return handler.handler().text().name() + "   " + handler.bundle() + "\n\n"
                + handler.handler().text().text();
    }
}
