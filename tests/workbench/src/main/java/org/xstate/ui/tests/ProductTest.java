package org.xstate.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The product as a whole. */
class ProductTest {

    @Test
    void everyBundleFindsWhatItNeeds() {
        Bundle[] bundles = FrameworkUtil.getBundle(Platform.class).getBundleContext().getBundles();
        List<String> unresolved = Arrays.stream(bundles)
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED).map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), unresolved);
    }

    @Test
    void theFirstPerspectiveIsLayout() {
        assertEquals("Layout", Ui.on(() -> Ui.page().getPerspective().getLabel()));
    }
}
