package org.xstate.registry.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.PluginFailure;

/** Makes the objects of declared classes, once each, and keeps those of plugins apart from the program. */
final class Workshop {

    /** Puts something between the program and an object of a plugin; throws {@link PluginFailure} if that fails. */
    interface Guard<T> {
        T around(T plugin, String type, PluginRunner runner);
    }

    /** An object that can be used, and where it came from. */
    record Usable<T>(Declaration declared, T object) {
    }

    /** A bundle as it was installed or last updated. */
    private record Version(long bundle, long modified) {
        static Version of(Declaration declared) {
            return new Version(declared.bundle().getBundleId(), declared.modified());
        }
    }

    private final Trust trust;
    private final Duration limit;
    private final Runnable changed;
    private final Map<Declaration, Creation.Result<?>> made = new HashMap<>();
    private final Map<Version, PluginRunner> runners = new HashMap<>();
    private final Set<Rejected> failures = new LinkedHashSet<>();

    /** @param changed is run when a plugin is given up */
    Workshop(Trust trust, Duration limit, Runnable changed) {
        this.trust = trust;
        this.limit = limit;
        this.changed = changed;
    }

    /** Everything that failed outside the making of the catalog. */
    List<Rejected> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    void refuse(Rejected why) {
        synchronized (failures) {
            failures.add(why);
        }
    }

    /** Forgets what belongs to bundles that went or were updated. */
    void keepOnly(Declarations now) {
        Set<Declaration> there = new HashSet<>();
        Set<Version> versions = new HashSet<>();
        now.usable().values().forEach(there::addAll);
        there.forEach(declared -> versions.add(Version.of(declared)));
        made.keySet().retainAll(there);
        Set<Version> gone = new HashSet<>(runners.keySet());
        gone.removeAll(versions);
        gone.forEach(version -> forget(runners.remove(version).bundle()));
    }

    private void forget(String bundle) {
        synchronized (failures) {
            failures.removeIf(failure -> failure.bundle().equals(bundle));
        }
    }

    /** The objects of a point; those that cannot be made, or whose plugin was given up, go to {@code refused}. */
    <T> List<Usable<T>> usable(Declarations now, Point<T> point, Guard<T> guard, Consumer<Rejected> refused) {
        List<Usable<T>> usable = new ArrayList<>();
        for (Declaration declared : now.of(point)) {
            if (!trust.isOwn(declared.bundle()) && runner(declared).isGivenUp()) {
                continue;
            }
            Creation.Result<?> result = made.get(declared);
            if (result == null) {
                result = make(declared, point, guard);
                made.put(declared, result);
            }
            switch (result) {
                case Creation.Result.Made<?>(Object object) ->
                    usable.add(new Usable<>(declared, point.contract().cast(object)));
                case Creation.Result.Failed<?>(Rejected why) -> refused.accept(why);
            }
        }
        return usable;
    }

    private <T> Creation.Result<T> make(Declaration declared, Point<T> point, Guard<T> guard) {
        if (trust.isOwn(declared.bundle())) {
            return Creation.direct(declared, point.contract());
        }
        PluginRunner runner = runner(declared);
        Creation.Result<T> result = Creation.guarded(declared, point.contract(), runner);
        if (!(result instanceof Creation.Result.Made<T>(T plugin))) {
            return result;
        }
        try {
            return new Creation.Result.Made<>(guard.around(plugin, declared.type(), runner));
        } catch (PluginFailure e) {
            return new Creation.Result.Failed<>(declared.rejected(e.getMessage(), e.remedy()));
        }
    }

    private PluginRunner runner(Declaration declared) {
        return runners.computeIfAbsent(Version.of(declared),
                version -> new PluginRunner(declared.bundle().getSymbolicName(), limit, failure -> {
                    refuse(failure);
                    changed.run();
                }));
    }
}
