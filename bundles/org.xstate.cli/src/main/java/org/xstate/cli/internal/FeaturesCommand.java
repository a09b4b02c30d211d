package org.xstate.cli.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.analysis.features.Vectors;
import org.xstate.analysis.json.FeaturesJson;
import org.xstate.analysis.text.Table;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate features}. */
final class FeaturesCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("features",
                "Lists the xfeatures that the workbench knows, when an operating system restores each, and the plugin it "
                        + "came from; the trap handlers, in the order in which they are asked; then what was refused, "
                        + "and why.",
                Options.flag("--json", "One JSON document (xstate/features/1)."));
        spec.usageMessage().footer("", "next: xstate features --plugins DIR");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        FeatureCatalog catalog = session.catalog();
        List<ContributedHandler> handlers = session.contributions().contributedHandlers();
        List<FeatureCatalog.Rejected> rejected = rejected(catalog, session);
        if (Options.isSet(parsed, "--json")) {
            session.out()
                    .println(FeaturesJson.document(session.host().framework(), catalog, handlers, rejected));
        } else {
            print(catalog, handlers, rejected, session);
        }
        return rejected.isEmpty() ? ExitCode.CLEAN : ExitCode.PLUGIN_FAILED;
    }

    /** Also what is no xfeature: a bundle that does not start, a check that cannot be made. By bundle and place. */
    private static List<FeatureCatalog.Rejected> rejected(FeatureCatalog catalog, Session session) {
        return Stream.concat(catalog.rejected().stream(), session.host().rejected().get().stream()).distinct()
                .sorted(Comparator.comparing(FeatureCatalog.Rejected::bundle)
                        .thenComparing(FeatureCatalog.Rejected::position)
                        .thenComparing(FeatureCatalog.Rejected::contribution))
                .toList();
    }

    private static void print(FeatureCatalog catalog, List<ContributedHandler> handlers,
            List<FeatureCatalog.Rejected> rejected, Session session) {
        Table table = new Table(">id", "name", "kind", ">bytes", "restored", "traps", "bundle");
        for (FeatureCatalog.Contribution contribution : catalog.contributions()) {
            XFeatureProvider provider = contribution.provider();
            XFeatureDescriptor feature = provider.descriptor();
            table.row(Integer.toString(feature.number()), feature.name(), feature.kind().word(),
                    Integer.toString(feature.size()), provider.restorePolicy().label(),
                    Vectors.of(feature, handlers),
                    contribution.bundle());
        }
        table.lines("", session.style()).forEach(session.out()::println);
        session.out().println();
        Table traps = new Table("trap", "asked when it is", "needs", "text", "bundle");
        handlers.forEach(one -> traps.row(Vectors.name(one.handler().vector()), one.handler().condition(),
                one.handler().needs().numbers().mapToObj(catalog::name).collect(Collectors.joining(", ")),
                one.handler().text().name(), one.bundle()));
        traps.lines("", session.style()).forEach(session.out()::println);
        for (FeatureCatalog.Rejected one : rejected) {
            session.out().println();
            session.out().println(
                    session.style().error("rejected") + "  " + one.contribution() + " of " + one.bundle()
                            + (one.position().isEmpty() ? "" : ", " + one.position()));
            session.out().println("          " + one.reason());
            session.out().println("          -> " + one.remedy());
        }
    }
}
