package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;

/** Runs inside an OSGi framework; the build runs it in Equinox and in Felix. */
class FrameworkTest {

    @Test
    void everyBundleOfTheProgramIsResolvedAndStarts() throws Exception {
        List<Bundle> bundles = Arrays.stream(Framework.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.xstate.")).toList();
        assertTrue(bundles.size() > 10, "only " + bundles);
        for (Bundle bundle : bundles) {
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.toString());
        }
    }

    @Test
    void theRegistryGivesTheSameFeaturesAsAClassPath() throws Exception {
        FeatureCatalog catalog = Framework.contributions().features();
        assertEquals(List.of(), catalog.rejected());
        assertEquals(ExpectedCatalog.lines(), ExpectedCatalog.describe(catalog));
    }

    @Test
    void theRegistryGivesTheReadersAndChecksOfTheProgram() {
        assertEquals(ExpectedCatalog.READERS,
                Framework.contributions().imageReaders().stream().map(ImageReader::kind).sorted().toList());
        assertEquals(ExpectedCatalog.CHECKS, ExpectedCatalog.names(Framework.contributions().checks()));
    }

    @Test
    void theRegistryGivesTheTrapHandlersOfTheProgram() {
        assertEquals(ExpectedCatalog.TRAPS,
                ExpectedCatalog.describe(Framework.contributions().contributedHandlers()));
    }
}
