package org.xstate.analysis.json;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** {@code xstate/features/1}. */
public final class FeaturesJson {

    private FeaturesJson() {
    }

    /**
     * @param framework {@code none}, {@code felix} or {@code equinox}; the only value that depends on it
     * @param handlers  in the order in which they are asked
     * @param rejected  what the catalog rejected, and what else cannot be used
     * @param declared  everything that bundles declare; empty where nobody asks for it
     */
    public static String document(String framework, FeatureCatalog catalog, List<ContributedHandler> handlers,
            List<FeatureCatalog.Rejected> rejected, List<Declared> declared) {
        return Json.object(json -> {
            document(json, framework, catalog, handlers, rejected);
            if (!declared.isEmpty()) {
                json.putObjects("contributions", declared,
                        (item, one) -> item.put("point", one.point()).put("class", one.type())
                                .put("bundle", one.bundle()).put("version", one.version())
                                .put("position", one.position()).put("built_in", one.builtIn())
                                .put("enabled", one.enabled()));
            }
        });
    }

    private static void document(Json json, String framework, FeatureCatalog catalog,
            List<ContributedHandler> handlers, List<FeatureCatalog.Rejected> rejected) {
        json.put("schema", "xstate/features/1").put("framework", framework)
                .putObjects("features", catalog.contributions(),
                        (item, feature) -> feature(item, feature, handlers))
                .putObjects("traps", handlers, FeaturesJson::handler)
                .putObjects("rejected", rejected,
                        (item, one) -> item.put("bundle", one.bundle())
                                .put("contribution", one.contribution())
                                .put("position", one.position()).put("reason", one.reason())
                                .put("remedy", one.remedy()));
    }

    private static void feature(Json json, FeatureCatalog.Contribution contribution,
            List<ContributedHandler> handlers) {
        XFeatureProvider provider = contribution.provider();
        XFeatureDescriptor feature = provider.descriptor();
        json.put("id", feature.number()).put("name", feature.name()).put("kind", feature.kind().word())
                .put("size", feature.size()).put("init", init(provider, feature.size()))
                .put("policy", provider.restorePolicy().label())
                .putObject("lifecycle", events -> lifecycle(events, provider.lifecycle()))
                .putStrings("texts",
                        provider.model().texts().stream().map(ModelText::name).toList())
                .putObjects("traps", handlers.stream().map(ContributedHandler::handler)
                        .filter(handler -> handler.needs().has(feature.number())).toList(),
                        FeaturesJson::trap)
                .put("bundle", contribution.bundle());
    }

    private static void lifecycle(Json json, Lifecycle lifecycle) {
        json.put("fork", word(lifecycle.fork())).put("exec", word(lifecycle.exec()))
                .put("signal", word(lifecycle.signal())).put("ptrace", word(lifecycle.ptrace()));
    }

    private static String word(Lifecycle.Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** The hardware's initial configuration: {@code zero}, or its bytes up to the last that is not 0. */
    private static String init(XFeatureProvider provider, int size) {
        byte[] bytes = provider.initState().hardware(InitState.Context.ofSize(size));
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end == 0 ? "zero" : HexFormat.of().formatHex(bytes, 0, end);
    }

    /** @see TrapHandlerSource */
    private static void handler(Json json, ContributedHandler contributed) {
        TrapHandlerSource handler = contributed.handler();
        trap(json, handler);
        json.put("text", handler.text().name()).put("needs", handler.needs())
                .put("bundle", contributed.bundle());
    }

    private static void trap(Json json, TrapHandlerSource trap) {
        json.put("vector", trap.vector()).put("condition", trap.condition());
    }
}
