package org.xstate.designs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xstate.api.ApiDesign;

class ShippedDesignsTest {

    private static List<ApiDesign> designs() {
        return ServiceLoader.load(ApiDesign.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    @Test
    void theDesignsAreThoseOfTheThreadInItsOrder() {
        assertEquals(
                List.of("1a", "1b", "1c", "1d", "1e", "1f", "1g", "1h", "1i-draft1", "1i-draft2", "1j", "2a",
                        "2a-stale-equal", "2b", "2c", "3", "4", "5a", "5b", "6", "7"),
                designs().stream().map(ApiDesign::id).toList());
    }

    @TestFactory
    List<DynamicTest> aTextIsNamedAsItsDesignAndTellsWhatItIs() {
        return designs().stream().map(design -> DynamicTest.dynamicTest(design.id(), () -> {
            assertEquals(design.id() + ".c", design.source().name());
            assertTrue(design.source().text().contains(design.id().replace("-draft", ", ").split(",")[0]),
                    "its comment names it");
            assertTrue(design.summary().length() <= 26, "it fits beside the matrix: " + design.summary());
        })).toList();
    }
}
