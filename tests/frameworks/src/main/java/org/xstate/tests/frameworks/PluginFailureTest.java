package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.Finding;
import org.xstate.api.PluginFailure;
import org.xstate.api.Validator;
import org.xstate.api.XFeatureProvider;
import org.xstate.tests.frameworks.plugins.ChangesItsMind;
import org.xstate.tests.frameworks.plugins.HangsAtOnce;
import org.xstate.tests.frameworks.plugins.HangsLater;
import org.xstate.tests.frameworks.plugins.OwnPolicy;
import org.xstate.tests.frameworks.plugins.Plugged;
import org.xstate.tests.frameworks.plugins.ReadsTooFar;
import org.xstate.tests.frameworks.plugins.Sound;
import org.xstate.tests.frameworks.plugins.Throws;

/** Plugins that hang, throw and lie; the runs limit a call of a plugin to three seconds. */
class PluginFailureTest {

    private static final String LINE = "plugin.xml line 4";

    private final Contributions contributions = Framework.contributions();

    @Test
    void aPluginThatHangsIsGivenUpAndNotCalledAgain() throws Exception {
        System.clearProperty(HangsAtOnce.CALLED);
        try (TestPlugin plugin = TestPlugin.start(HangsAtOnce.class)) {
            FeatureCatalog catalog = contributions.features();
            assertEquals(ExpectedCatalog.lines(), ExpectedCatalog.describe(catalog));
            String why = HangsAtOnce.class.getName() + ".descriptor() did not return within 3 s";
            assertTrue(catalog.rejected().contains(new Rejected(TestPlugin.NAME, HangsAtOnce.class.getName(),
                    LINE, why, "mend the plugin, or remove it")), catalog.rejected().toString());
            assertTrue(contributions.rejected().toString()
                    .contains(why + "; its thread was left behind and nothing of it is called any more"));
            contributions.features();
            assertEquals(1, Integer.getInteger(HangsAtOnce.CALLED, 0));
            plugin.update(Sound.class);
            assertEquals(Optional.of("PLUGGED"),
                    contributions.features().descriptor(Plugged.NUMBER).map(d -> d.name()),
                    "a mended one is tried");
        }
        assertEquals(List.of(), contributions.rejected());
    }

    @Test
    void aPluginThatHangsLaterIsGivenUpThen() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(HangsLater.class)) {
            XFeatureProvider feature = contributions.features().provider(Plugged.NUMBER).orElseThrow();
            assertEquals(HangsLater.class.getName() + ".decode() did not return within 3 s",
                    decodingFails(feature).getMessage());
            assertEquals(
                    HangsLater.class.getName() + ".decode() is not called: " + HangsLater.class.getName()
                            + ".decode() did not return within 3 s",
                    decodingFails(feature).getMessage());
            assertEquals(Optional.empty(), contributions.features().provider(Plugged.NUMBER));
            assertEquals(List.of(TestPlugin.NAME),
                    contributions.rejected().stream().map(Rejected::bundle).distinct().toList());
            assertTrue(plugin.bundle().getLastModified() > 0);
        }
    }

    @Test
    void aPluginThatThrowsIsNamedAndGoesOn() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(Throws.class)) {
            XFeatureProvider feature = contributions.features().provider(Plugged.NUMBER).orElseThrow();
            PluginFailure failure = decodingFails(feature);
            assertEquals(plugin.bundle().getSymbolicName(), failure.bundle());
            assertEquals(Throws.class.getName()
                    + ".decode() threw java.lang.IllegalStateException: decoding is not my day",
                    failure.getMessage());
            assertEquals(Optional.of(feature), contributions.features().provider(Plugged.NUMBER));
        }
    }

    @Test
    void aPluginThatReadsBeyondItsComponentIsStopped() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(ReadsTooFar.class)) {
            XFeatureProvider feature = contributions.features().provider(Plugged.NUMBER).orElseThrow();
            PluginFailure failure = decodingFails(feature);
            assertEquals(plugin.bundle().getSymbolicName(), failure.bundle());
            assertTrue(failure.getMessage().contains("IndexOutOfBounds"), failure.getMessage());
        }
    }

    @Test
    void aPluginThatChangesItsMindIsTakenAtItsFirstWord() throws Exception {
        try (TestPlugin plugin = TestPlugin.start(ChangesItsMind.class)) {
            XFeatureProvider feature = contributions.features().provider(Plugged.NUMBER).orElseThrow();
            assertEquals(Plugged.SIZE, feature.descriptor().size());
            assertEquals(feature.descriptor(), feature.descriptor());
            plugin.bundle().stop();
        }
    }

    @Test
    void whatAValidatorCallsAnErrorIsKeptOut() throws Exception {
        Validator compiler = candidate -> candidate instanceof Validator.Candidate.Model model
                && model.purpose() == Validator.Purpose.RESTORE_POLICY
                        ? List.of(Finding.error("model-syntax", "a parameter is missing")
                                .at(model.text().name() + ":1:14").remedy("name the parameter"))
                        : List.of();
        ServiceRegistration<Validator> registration = Framework.context().registerService(Validator.class,
                compiler, null);
        try (TestPlugin plugin = TestPlugin.start(OwnPolicy.class)) {
            assertEquals(
                    List.of(new Rejected(plugin.bundle().getSymbolicName(), OwnPolicy.class.getName(), LINE,
                            "restore policy:1:14: a parameter is missing", "name the parameter")),
                    contributions.features().rejected());
        } finally {
            registration.unregister();
        }
    }

    /** On memory that only this thread may touch, as images are. */
    private static PluginFailure decodingFails(XFeatureProvider feature) {
        try (Arena arena = Arena.ofConfined()) {
            return assertThrows(PluginFailure.class, () -> feature.decode(
                    new GivenView(feature.descriptor(), arena.allocate(Plugged.SIZE).asReadOnly())));
        }
    }
}
