package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.source.ModelSources;
import org.xstate.api.Contributions;
import org.xstate.api.TrapHandlerSource;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;

/** What all editors of model C share: the library, which is read once for all as long as nothing is installed or set. */
final class Languages {

    private static final Contributed CONTRIBUTED = Contributed.open();
    private static Optional<ModelSources> sources = Optional.empty();
    private static Optional<Object> basis = Optional.empty();

    private Languages() {
    }

    /** Empty while the registry's bundle is not running. May be called on any thread. */
    static synchronized Optional<ModelSources> sources() {
        Optional<Contributions> now = CONTRIBUTED.current();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        LoadOptions options = Settings.loading(now.get());
        Object all = List.of(options.catalog().descriptors(),
                options.handlers().stream().map(TrapHandlerSource::text).toList(), options.otherwise());
        if (!basis.equals(Optional.of(all))) {
            basis = Optional.of(all);
            sources = Optional.of(new ModelSources(options));
        }
        return sources;
    }
}
