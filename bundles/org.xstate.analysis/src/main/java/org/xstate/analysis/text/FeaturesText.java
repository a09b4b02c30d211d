package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.analysis.features.Vectors;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** What {@code xstate features} prints. */
public final class FeaturesText {

    private FeaturesText() {
    }

    /**
     * @param handlers in the order in which they are asked
     * @param declared what bundles declare; of it what is switched off is always said
     * @param all      whether the rest of it is listed too
     */
    public static List<String> lines(FeatureCatalog catalog, List<ContributedHandler> handlers,
            List<Rejected> rejected, List<Declared> declared, boolean all, Style style) {
        List<String> lines = new ArrayList<>(features(catalog, handlers, style));
        lines.add("");
        lines.addAll(traps(catalog, handlers, style));
        if (all) {
            lines.add("");
            lines.addAll(declared(declared, style));
        }
        for (Rejected one : rejected) {
            lines.add("");
            lines.add(style.error("rejected") + "  " + one.contribution() + " of " + one.bundle()
                    + (one.position().isEmpty() ? "" : ", " + one.position()));
            lines.add("          " + one.reason());
            lines.add("          -> " + one.remedy());
        }
        List<Declared> off = declared.stream().filter(one -> !one.enabled()).toList();
        if (!off.isEmpty()) {
            lines.add("");
        }
        off.forEach(one -> lines.add(style.warning("disabled") + "  " + one.name()));
        if (!off.isEmpty()) {
            lines.add("          -> xstate features --enable NAME switches it on");
        }
        return lines;
    }

    private static List<String> features(FeatureCatalog catalog, List<ContributedHandler> handlers,
            Style style) {
        Table table = new Table(">id", "name", "kind", ">bytes", "restored", "traps", "bundle");
        for (FeatureCatalog.Contribution contribution : catalog.contributions()) {
            XFeatureProvider provider = contribution.provider();
            XFeatureDescriptor feature = provider.descriptor();
            table.row(Integer.toString(feature.number()), feature.name(), feature.kind().word(),
                    Integer.toString(feature.size()), provider.restorePolicy().label(),
                    Vectors.of(feature, handlers), contribution.bundle());
        }
        return table.lines("", style);
    }

    private static List<String> traps(FeatureCatalog catalog, List<ContributedHandler> handlers,
            Style style) {
        Table traps = new Table("trap", "asked when it is", "needs", "text", "bundle");
        handlers.forEach(one -> traps.row(Vectors.name(one.handler().vector()), one.handler().condition(),
                one.handler().needs().numbers().mapToObj(catalog::name).collect(Collectors.joining(", ")),
                one.handler().text().name(), one.bundle()));
        return traps.lines("", style);
    }

    private static List<String> declared(List<Declared> declared, Style style) {
        Table table = new Table("extension point", "class", "bundle", "version");
        declared.forEach(one -> table.row(one.point(), one.type(), one.bundle(), one.version()));
        return table.lines("", style);
    }
}
