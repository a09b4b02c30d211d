package org.xstate.cli.internal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.xstate.analysis.json.FeaturesJson;
import org.xstate.analysis.text.FeatureText;
import org.xstate.analysis.text.FeaturesText;
import org.xstate.api.Contributions;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.DisabledContributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureProvider;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate features}. */
final class FeaturesCommand implements Command {

    private static final String DISABLE = "--disable";
    private static final String ENABLE = "--enable";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("features",
                "Lists the xfeatures that the workbench knows, when an operating system restores each, and the plugin it "
                        + "came from; the trap handlers, in the order in which they are asked; then what was refused, "
                        + "and why.",
                Options.operands("FEATURE", 0,
                        "Everything about these instead: a name or a number, as in the list."),
                Options.flag("--all",
                        "Also everything else that bundles contribute: designs, checks, readers, renderers."),
                Options.values(DISABLE, "NAME",
                        "Switches a plugin off (org.example), or one contribution (org.example/org.example.Type), "
                                + "here and in the desktop (repeatable)."),
                Options.values(ENABLE, "NAME", "Switches it on again (repeatable)."),
                Options.flag("--json", "One JSON document about all of them (xstate/features/1)."));
        spec.usageMessage().footer("", "next: xstate features --plugins DIR");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        change(parsed, session);
        FeatureCatalog catalog = session.catalog();
        List<ContributedHandler> handlers = session.contributions().contributedHandlers();
        List<FeatureCatalog.Rejected> rejected = rejected(catalog, session);
        List<String> chosen = Options.operands(parsed);
        if (!chosen.isEmpty()) {
            chosen.forEach(name -> describe(name, catalog, handlers, session));
            return ExitCode.CLEAN;
        }
        List<Declared> declared = session.contributions().declared();
        boolean all = Options.isSet(parsed, "--all");
        if (Options.isSet(parsed, "--json")) {
            session.out()
                    .println(FeaturesJson.document(session.host().framework(), catalog, handlers, rejected,
                            all ? declared : List.of()));
        } else {
            FeaturesText.lines(catalog, handlers, rejected, declared, all, session.style())
                    .forEach(session.out()::println);
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

    private static void describe(String name, FeatureCatalog catalog, List<ContributedHandler> handlers,
            Session session) {
        XFeatureProvider provider = catalog.find(name).orElseThrow(() -> new Stop(ExitCode.USAGE,
                "features " + name + ": no such feature; xstate features lists them"));
        FeatureCatalog.Contribution found = catalog.contributions().stream()
                .filter(one -> one.provider() == provider).findFirst().orElseThrow();
        FeatureText.lines(found, catalog, handlers, session.style()).forEach(session.out()::println);
    }

    /** The names that may be switched: plugins, and what they contribute. */
    private static void change(ParseResult parsed, Session session) {
        List<String> off = Options.texts(parsed, DISABLE);
        List<String> on = Options.texts(parsed, ENABLE);
        if (off.isEmpty() && on.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        Contributions contributions = session.host().contributions().get();
        contributions.declared().stream().filter(one -> !one.builtIn()).forEach(one -> {
            known.add(one.bundle());
            known.add(one.name());
        });
        Set<String> stored = DisabledContributions.ofUser().names();
        off.forEach(name -> check(DISABLE, name, known));
        on.stream().filter(name -> !stored.contains(name)).forEach(name -> check(ENABLE, name, known));
        try {
            off.forEach(name -> contributions.enable(name, false));
            on.forEach(name -> contributions.enable(name, true));
        } catch (UncheckedIOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE, e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    private static void check(String option, String name, Set<String> known) {
        if (!known.contains(name)) {
            throw new Stop(ExitCode.USAGE, option + " " + name + ": no plugin of that name"
                    + (known.isEmpty() ? "; there is none" : "; there is " + String.join(", ", known)));
        }
    }
}
