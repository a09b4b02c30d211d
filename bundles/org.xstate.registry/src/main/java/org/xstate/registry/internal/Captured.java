package org.xstate.registry.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xstate.api.ApiDesign;
import org.xstate.api.ModelText;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;
import org.xstate.api.TrapHandlerProvider;
import org.xstate.api.TrapHandlerSource;

/** What plugins say once and for all: asked on their own threads, then kept. */
final class Captured {

    private Captured() {
    }

    static ApiDesign design(ApiDesign plugin, String type, PluginRunner runner) {
        return runner.call(type, () -> new Design(Objects.requireNonNull(plugin.id(), "id() returned null"),
                Objects.requireNonNull(plugin.summary(), "summary() returned null"),
                Objects.requireNonNull(plugin.source(), "source() returned null"),
                Map.copyOf(plugin.knobs())));
    }

    static TrapHandlerProvider handlers(TrapHandlerProvider plugin, String type, PluginRunner runner) {
        List<TrapHandlerSource> handlers = runner.call(type + ".trapHandlers()",
                () -> List.copyOf(plugin.trapHandlers()));
        return () -> handlers;
    }

    /** Renders into memory on the plugin's thread, and writes on the caller's. */
    static ReportRenderer renderer(ReportRenderer plugin, String type, PluginRunner runner) {
        String format = runner.call(type + ".format()",
                () -> Objects.requireNonNull(plugin.format(), "it returned null"));
        return new ReportRenderer() {
            @Override
            public String format() {
                return format;
            }

            @Override
            public void render(Report report, Appendable out) throws IOException {
                out.append(runner.call(type + ".render()", () -> {
                    StringBuilder text = new StringBuilder();
                    plugin.render(report, text);
                    return text;
                }));
            }
        };
    }

    private record Design(String id, String summary, ModelText source,
            Map<String, String> knobs) implements ApiDesign {
    }
}
