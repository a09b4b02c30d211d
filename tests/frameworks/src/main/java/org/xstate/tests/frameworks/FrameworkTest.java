package org.xstate.tests.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureProvider;

/** Runs inside an OSGi framework; the build runs it in Equinox and in Felix. */
class FrameworkTest {

    @Test
    void everyBundleOfTheProgramIsResolvedAndStarts() throws Exception {
        List<Bundle> bundles = bundles();
        assertTrue(bundles.size() > 10, "only " + bundles);
        for (Bundle bundle : bundles) {
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.toString());
        }
    }

    @Test
    void theBundlesContributeTheSameFeaturesAsOnAClassPath() throws Exception {
        List<FeatureCatalog.Contribution> contributions = new ArrayList<>();
        for (Bundle bundle : bundles()) {
            for (String name : entries(bundle)) {
                XFeatureProvider provider = (XFeatureProvider) bundle.loadClass(name).getConstructor()
                        .newInstance();
                contributions.add(new FeatureCatalog.Contribution(provider, bundle.getSymbolicName()));
            }
        }
        FeatureCatalog catalog = FeatureCatalog.of(contributions);
        assertEquals(List.of(), catalog.rejected());
        assertEquals(ExpectedCatalog.lines(), ExpectedCatalog.describe(catalog));
    }

    private static List<Bundle> bundles() {
        return Arrays.stream(FrameworkUtil.getBundle(FrameworkTest.class).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.xstate.")).toList();
    }

    private static List<String> entries(Bundle bundle) throws IOException {
        URL entry = bundle.getEntry("META-INF/services/" + XFeatureProvider.class.getName());
        if (entry == null) {
            return List.of();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(entry.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("#", 2)[0].strip()).filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
