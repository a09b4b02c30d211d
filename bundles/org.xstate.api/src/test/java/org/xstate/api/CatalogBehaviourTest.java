package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;

import org.junit.jupiter.api.Test;

class CatalogBehaviourTest {

    private record Widths(AddressWidths widths) implements RegisterBehaviour {
    }

    private static final class Addressed implements XFeatureProvider {
        @Override
        public XFeatureDescriptor descriptor() {
            return XFeatureDescriptor.supervisor(40, "ADDRESSED", 16).build();
        }

        @Override
        public InitState initState() {
            return InitState.allZero();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.Unused();
        }

        @Override
        public RegisterBehaviour registerBehaviour(AddressWidths widths) {
            return new Widths(widths);
        }
    }

    private static final AddressWidths WIDTHS = new AddressWidths(48, 40);
    private final FeatureCatalog catalog = FeatureCatalog
            .of(List.of(new FeatureCatalog.Contribution(new Addressed(), "test")));

    @Test
    void aComponentMovesAsItsProviderSaysForTheProcessor() {
        assertEquals(new Widths(WIDTHS), catalog.registerBehaviour(40, 16, WIDTHS));
        assertEquals(new Widths(WIDTHS), catalog.registerBehaviour(40, 64, WIDTHS));
    }

    @Test
    void aComponentCutShortOrUnknownMovesPlainly() {
        assertSame(RegisterBehaviour.PLAIN, catalog.registerBehaviour(40, 8, WIDTHS));
        assertSame(RegisterBehaviour.PLAIN, catalog.registerBehaviour(41, 16, WIDTHS));
    }
}
