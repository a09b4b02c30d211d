package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;

class ClassPathCatalogTest {

    @Test
    void theClassPathHoldsTheExpectedFeatures() throws IOException {
        FeatureCatalog catalog = FeatureCatalog.load(getClass().getClassLoader());
        assertEquals(List.of(), catalog.rejected());
        assertEquals(String.join("\n", ExpectedCatalog.lines()),
                String.join("\n", ExpectedCatalog.describe(catalog)));
    }
}
