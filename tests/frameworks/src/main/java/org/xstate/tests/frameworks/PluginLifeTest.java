package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.tests.frameworks.plugins.Plugged;
import org.xstate.tests.frameworks.plugins.Renamed;
import org.xstate.tests.frameworks.plugins.Sound;

/** Plugins come and go while the program runs. */
class PluginLifeTest {

    private static final long SECONDS = 30;
    private static final int ROUNDS = 20;

    private final Contributions contributions = Framework.contributions();

    @Test
    void aPluginIsSeenAsSoonAsItIsThereAndUntilItGoes() throws Exception {
        assertEquals(Optional.empty(), name());
        try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
            assertEquals(Optional.of("PLUGGED"), name());
            plugin.update(Renamed.class);
            assertEquals(Optional.of("RENAMED"), name());
            plugin.bundle().stop();
            assertEquals(Optional.of("RENAMED"), name(), "it is declared as long as the bundle is resolved");
            plugin.bundle().uninstall();
            assertEquals(Optional.empty(), name());
        }
        assertEquals(ExpectedCatalog.lines(), ExpectedCatalog.describe(contributions.features()));
        assertEquals(List.of(), contributions.rejected());
    }

    @Test
    void aPluginWithoutPluginXmlIsFoundThroughItsServices() throws Exception {
        try (TestPlugin plugin = TestPlugin.startWithServices(Sound.class)) {
            assertEquals(Bundle.ACTIVE, plugin.bundle().getState());
            assertEquals(Optional.of("PLUGGED"), name());
        }
        assertEquals(Optional.empty(), name());
    }

    @Test
    void noClassOfAPluginIsTouchedBeforeItsXfeatureIsAskedFor() throws Exception {
        System.clearProperty(Sound.INITIALISED);
        try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
            assertEquals(Bundle.ACTIVE, plugin.bundle().getState());
            contributions.imageReaders();
            contributions.checks();
            contributions.rejected();
            assertEquals(0, Integer.getInteger(Sound.INITIALISED, 0));
            contributions.features();
            contributions.features();
            assertEquals(1, Integer.getInteger(Sound.INITIALISED, 0));
        }
    }

    @Test
    void listenersAreToldWhenAPluginComesAndWhenItGoes() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        AtomicReference<CountDownLatch> awaited = new AtomicReference<>(came);
        Contributions.Subscription subscription = contributions.onChange(() -> awaited.get().countDown());
        try {
            TestPlugin plugin = TestPlugin.start(Sound.class);
            assertTrue(came.await(SECONDS, TimeUnit.SECONDS), "told that it came");
            CountDownLatch went = new CountDownLatch(1);
            awaited.set(went);
            plugin.close();
            assertTrue(went.await(SECONDS, TimeUnit.SECONDS), "told that it went");
        } finally {
            subscription.close();
        }
    }

    @Test
    void aCatalogThatWasGivenStaysUsableAfterThePluginWent() throws Exception {
        FeatureCatalog before;
        try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
            assertEquals(Bundle.ACTIVE, plugin.bundle().getState());
            before = contributions.features();
        }
        assertEquals(Optional.of("PLUGGED"), before.descriptor(Plugged.NUMBER).map(XFeatureDescriptor::name));
        assertEquals(Plugged.SIZE, before.hardwareInit(Plugged.NUMBER, Plugged.SIZE).length);
    }

    @Test
    void whoAsksAllTheTimeIsNotDisturbedByPluginsThatComeAndGo() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int builtIn = ExpectedCatalog.lines().size();
        Thread asking = new Thread(() -> {
            while (!done.get()) {
                FeatureCatalog catalog = contributions.features();
                int found = catalog.descriptors().size();
                if (found != builtIn && found != builtIn + 1) {
                    throw new AssertionError(found + " xfeatures");
                }
            }
        });
        asking.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        asking.start();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (TestPlugin plugin = TestPlugin.start(Sound.class)) {
                    plugin.update(Renamed.class);
                    plugin.bundle().stop();
                    plugin.bundle().start();
                }
            }
        } finally {
            done.set(true);
            asking.join();
        }
        assertEquals(null, failure.get());
        assertEquals(Optional.empty(), name());
    }

    private Optional<String> name() {
        return contributions.features().descriptor(Plugged.NUMBER).map(XFeatureDescriptor::name);
    }
}
