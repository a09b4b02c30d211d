package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog.Contribution;

class ModelCheckTest {

    private record Modelled(int number, FeatureModel model) implements XFeatureProvider {
        @Override
        public XFeatureDescriptor descriptor() {
            return XFeatureDescriptor.user(number, "F" + number, 16).build();
        }

        @Override
        public InitState initState() {
            return InitState.allZero();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.OnReturnToUser();
        }

        @Override
        public List<TrapHandlerSource> trapHandlers() {
            return List.of(new TrapHandlerSource(13, "always", "\n"));
        }
    }

    private static FeatureModel kernel(String... names) {
        return new FeatureModel(List.of(),
                Stream.of(names).map(name -> new ModelText(name, "\n")).toList());
    }

    private static FeatureCatalog catalog(FeatureModel... models) {
        List<Contribution> contributions = new java.util.ArrayList<>();
        for (int i = 0; i < models.length; i++) {
            contributions.add(new Contribution(new Modelled(40 + i, models[i]), "org.stranger"));
        }
        return FeatureCatalog.of(contributions);
    }

    private static List<String> reasons(FeatureModel... models) {
        return catalog(models).rejected().stream().map(FeatureCatalog.Rejected::reason).toList();
    }

    @Test
    void aFileInAFolderOfItsOwnIsTaken() {
        assertEquals(List.of(), reasons(kernel("scratch/kernel.c", "scratch/registers-2.h", "a/b/c_1.c")));
        assertEquals(List.of("scratch/kernel.c"),
                catalog(kernel("scratch/kernel.c")).model(40).texts().stream().map(ModelText::name).toList());
        assertEquals(FeatureModel.NONE, catalog(kernel("scratch/kernel.c")).model(41));
    }

    @Test
    void aNameThatIsNoFileInAFolderIsRefused() {
        for (String name : List.of("kernel.c", "/scratch/kernel.c", "scratch/../kernel.c", "Scratch/kernel.c",
                "scratch/kernel", "scratch\\kernel.c", "")) {
            assertEquals(List.of("its text '" + name + "' has no usable name"), reasons(kernel(name)));
        }
    }

    @Test
    void theLibrarysFoldersAreTaken() {
        assertEquals(List.of("its text hardware/scratch.c lies in the library's folder hardware/"),
                reasons(kernel("hardware/scratch.c")));
        assertEquals(List.of("its text policy/eager.c lies in the library's folder policy/"),
                reasons(kernel("policy/eager.c")));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertEquals(List.of("it has two texts named scratch/kernel.c"),
                reasons(kernel("scratch/kernel.c", "scratch/kernel.c")));
        assertEquals(List.of("its text scratch/kernel.c has the name of one of F40"),
                reasons(kernel("scratch/kernel.c"), kernel("scratch/kernel.c")));
    }

    @Test
    void noModelAtAllIsRefused() {
        assertEquals(List.of("model() returned null"), reasons((FeatureModel) null));
    }

    @Test
    void aHandlerOfAnXfeatureNeedsItsComponent() {
        assertEquals(List.of(XFeatureMask.of(40), XFeatureMask.of(41)),
                catalog(FeatureModel.NONE, FeatureModel.NONE).trapHandlers().stream()
                        .map(TrapHandlerSource::needs).toList());
    }

    @Test
    void aHandlerWithoutANameIsNamedAfterItsVector() {
        TrapHandlerSource handler = new TrapHandlerSource(13, "always", "text\n");
        assertEquals("trap-13.c", handler.text().name());
        assertEquals("text\n", handler.source());
        assertEquals(XFeatureMask.NONE, handler.needs());
        assertThrows(IllegalArgumentException.class, () -> new TrapHandlerSource(32, "always", ""));
    }
}
