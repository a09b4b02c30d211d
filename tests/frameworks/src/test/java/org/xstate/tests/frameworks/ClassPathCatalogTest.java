package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;

class ClassPathCatalogTest {

    @Test
    void theClassPathHoldsTheExpectedFeatures() throws IOException {
        FeatureCatalog catalog = FeatureCatalog.load(getClass().getClassLoader());
        assertEquals(List.of(), catalog.rejected());
        assertEquals(String.join("\n", ExpectedCatalog.lines()),
                String.join("\n", ExpectedCatalog.describe(catalog)));
    }

    @Test
    void theClassPathHoldsTheExpectedReadersAndChecks() {
        Contributions contributions = Contributions.onClassPath(getClass().getClassLoader());
        assertEquals(ExpectedCatalog.READERS,
                contributions.imageReaders().stream().map(ImageReader::kind).sorted().toList());
        assertEquals(ExpectedCatalog.CHECKS, ExpectedCatalog.names(contributions.checks()));
        assertEquals(ExpectedCatalog.TRAPS,
                ExpectedCatalog.describe(contributions.contributedHandlers()));
        assertEquals(List.of(), contributions.rejected());
    }
}
