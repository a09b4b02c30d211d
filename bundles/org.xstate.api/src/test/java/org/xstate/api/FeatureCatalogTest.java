package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;

class FeatureCatalogTest {

    /** A provider made of parts that may be wrong. */
    private record Made(Supplier<XFeatureDescriptor> described, Supplier<InitState> init,
            Supplier<RestorePolicy> policy) implements XFeatureProvider {
        @Override
        public XFeatureDescriptor descriptor() {
            return described.get();
        }

        @Override
        public InitState initState() {
            return init.get();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return policy.get();
        }
    }

    private static Contribution given(XFeatureDescriptor.Builder descriptor) {
        XFeatureDescriptor built = descriptor.build();
        return new Contribution(new Made(() -> built, InitState::allZero, RestorePolicy.Eager::new),
                "org.stranger");
    }

    private static Contribution with(Supplier<XFeatureDescriptor> descriptor, Supplier<InitState> init,
            Supplier<RestorePolicy> policy) {
        return new Contribution(new Made(descriptor, init, policy), "org.stranger");
    }

    private static XFeatureDescriptor plain() {
        return XFeatureDescriptor.user(40, "FORTY", 16).linuxName("L40").build();
    }

    private static String reason(Contribution... contributions) {
        FeatureCatalog catalog = FeatureCatalog.of(List.of(contributions));
        assertEquals(1, catalog.rejected().size(), catalog.rejected().toString());
        Rejected rejected = catalog.rejected().getFirst();
        assertEquals("org.stranger", rejected.bundle());
        assertTrue(!rejected.remedy().isBlank());
        assertEquals(contributions.length - 1, catalog.contributions().size());
        return rejected.reason();
    }

    @Test
    void anotherPolicyLeavesOutWhatIsSaidOfTheKernelAndNothingElse() {
        ModelText kernel = new ModelText("forty/kernel.c", "");
        ModelText hardware = new ModelText("forty/registers.c", "");
        XFeatureProvider forty = new XFeatureProvider() {
            @Override
            public XFeatureDescriptor descriptor() {
                return plain();
            }

            @Override
            public InitState initState() {
                return InitState.allZero();
            }

            @Override
            public RestorePolicy restorePolicy() {
                return new RestorePolicy.Eager();
            }

            @Override
            public FeatureModel model() {
                return new FeatureModel(List.of(hardware), List.of(kernel));
            }
        };
        FeatureCatalog catalog = FeatureCatalog.of(List.of(new Contribution(forty, "org.stranger")));
        FeatureCatalog other = catalog.restoring(Map.of(40, new RestorePolicy.Independent()));
        assertEquals("independent", other.provider(40).orElseThrow().restorePolicy().label());
        assertEquals(new FeatureModel(List.of(hardware), List.of()), other.model(40));
        assertEquals(List.of(kernel), catalog.model(40).kernel());
        assertEquals(catalog.descriptor(40), other.descriptor(40));
        assertEquals("eager", catalog.provider(40).orElseThrow().restorePolicy().label());
    }

    @Test
    void aGoodContributionIsFoundByNumberAndEitherName() {
        FeatureCatalog catalog = FeatureCatalog
                .of(List.of(given(XFeatureDescriptor.user(41, "B", 8)), with(FeatureCatalogTest::plain,
                        () -> InitState.bytes((byte) 5), RestorePolicy.Eager::new)));
        assertEquals(List.of(), catalog.rejected());
        assertEquals(List.of(40, 41),
                catalog.descriptors().stream().map(XFeatureDescriptor::number).toList());
        assertEquals(XFeatureMask.of(40, 41), catalog.mask());
        for (String name : List.of("40", "forty", "FORTY", "l40")) {
            assertEquals(40, catalog.find(name).orElseThrow().descriptor().number());
        }
        assertTrue(catalog.find("4").isEmpty());
        assertEquals("FORTY", catalog.name(40));
        assertEquals("component 39", catalog.name(39));
        assertEquals("FORTY (component 40)", catalog.label(40));
        assertEquals("component 39", catalog.label(39));
        assertTrue(catalog.provider(40).isPresent() && catalog.provider(39).isEmpty());
        assertEquals(16, catalog.descriptor(40).orElseThrow().size());
        assertArrayEquals(new byte[]{5, 0, 0}, catalog.hardwareInit(40, 3));
        assertArrayEquals(new byte[4], catalog.hardwareInit(39, 4));
    }

    @Test
    void numbersAndNamesBelongToWhoeverCameFirst() {
        assertEquals("component 40 is taken by FORTY of org.stranger",
                reason(given(XFeatureDescriptor.user(40, "FORTY", 16)),
                        given(XFeatureDescriptor.user(40, "B", 16))));
        assertEquals("the name forty is taken by component 40 of org.stranger",
                reason(given(XFeatureDescriptor.user(40, "FORTY", 16)),
                        given(XFeatureDescriptor.user(41, "forty", 16))));
        assertEquals("the name Forty is taken by component 40 of org.stranger",
                reason(given(XFeatureDescriptor.user(40, "FORTY", 16)),
                        given(XFeatureDescriptor.user(41, "B", 16).linuxName("Forty"))));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("descriptor() returned null",
                reason(with(() -> null, InitState::allZero, RestorePolicy.Eager::new)));
        assertEquals("it has no init state",
                reason(with(FeatureCatalogTest::plain, () -> null, RestorePolicy.Eager::new)));
        assertEquals("it has no restore policy",
                reason(with(FeatureCatalogTest::plain, InitState::allZero, () -> null)));
    }

    @Test
    void anInitStateMustFitTheSizeOnTheCpuAtHand() {
        assertEquals("its init state has 4 bytes where the component has 16",
                reason(with(FeatureCatalogTest::plain,
                        () -> new InitState.Derived(c -> new byte[4], c -> new byte[4]),
                        RestorePolicy.Eager::new)));
        assertEquals("its init state has 16 bytes where the component has 128",
                reason(with(FeatureCatalogTest::plain,
                        () -> new InitState.Derived(c -> new byte[16], c -> new byte[16]),
                        RestorePolicy.Eager::new)));
    }

    @Test
    void whateverAProviderThrowsIsAReason() {
        for (Supplier<InitState> init : List.<Supplier<InitState>>of(() -> {
            throw new IllegalStateException("here");
        }, () -> {
            throw new NoClassDefFoundError("here");
        }, () -> {
            throw new AssertionError("here");
        }, FeatureCatalogTest::endless)) {
            assertTrue(reason(with(FeatureCatalogTest::plain, init, RestorePolicy.Eager::new))
                    .startsWith("it threw "));
        }
    }

    private static InitState endless() {
        return endless();
    }

    @Test
    void enablingRulesMustMakeSense() {
        assertEquals("the group 0x6 that is set together does not contain the component itself",
                reason(given(XFeatureDescriptor.user(40, "A", 8).together(1, 2))));
        assertEquals("it conflicts with itself",
                reason(given(XFeatureDescriptor.user(40, "A", 8).conflicts(40))));
        assertEquals("it is always on in XCR0, but a supervisor component",
                reason(given(XFeatureDescriptor.supervisor(40, "A", 8).alwaysOn())));
    }

    @Test
    void fieldsMustLieInsideAndHaveNamesOfTheirOwn() {
        assertEquals("field a ends beyond the component's 8 bytes",
                reason(given(XFeatureDescriptor.user(40, "A", 8).field(FieldDescriptor.hex(1, 8, "a")))));
        assertEquals("field a ends beyond the component's 8 bytes", reason(given(
                XFeatureDescriptor.user(40, "A", 8).field(FieldDescriptor.hex(Integer.MAX_VALUE, 8, "a")))));
        assertEquals("it has two fields named A", reason(given(XFeatureDescriptor.user(40, "A", 8)
                .field(FieldDescriptor.hex(0, 4, "a")).field(FieldDescriptor.hex(4, 4, "A")))));
        assertEquals(List.of(), FeatureCatalog.of(List.of(given(
                XFeatureDescriptor.user(40, "A", 8).field(FieldDescriptor.hex(0, 8, "a"))))).rejected());
    }

    @Test
    void whatWasJudgedIsKept() {
        AtomicInteger asked = new AtomicInteger();
        FeatureCatalog catalog = FeatureCatalog.of(List.of(with(
                () -> asked.getAndIncrement() == 0 ? plain() : XFeatureDescriptor.user(1, "SSE", 4).build(),
                InitState::allZero, RestorePolicy.Eager::new)));
        assertEquals("FORTY", catalog.name(40));
        assertEquals(List.of(40), catalog.descriptors().stream().map(XFeatureDescriptor::number).toList());
    }

    @Test
    void contributionsThatCouldNotBeCreatedAreListedFirst() {
        Rejected failed = new Rejected("b", "c", "r", "m");
        FeatureCatalog catalog = FeatureCatalog.of(List.of(with(() -> null, InitState::allZero, () -> null)),
                List.of(failed));
        assertEquals(failed, catalog.rejected().getFirst());
        assertEquals(2, catalog.rejected().size());
    }

    @Test
    void aBrokenServiceEntryIsRejectedAndTheOthersCount(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.xstate.api.XFeatureProvider"),
                "org.nowhere.Missing\n" + Found.class.getName() + "\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[]{URI.create(folder.toUri().toString()).toURL()},
                getClass().getClassLoader())) {
            FeatureCatalog catalog = FeatureCatalog.load(loader);
            assertEquals(1, catalog.rejected().size());
            assertTrue(catalog.rejected().getFirst().reason().contains("org.nowhere.Missing"));
            assertEquals("org.xstate.api", catalog.contributions().getFirst().bundle());
            assertEquals("FORTY", catalog.name(40));
        }
    }

    /** Found by the service loader. */
    public static final class Found implements XFeatureProvider {
        @Override
        public XFeatureDescriptor descriptor() {
            return plain();
        }

        @Override
        public InitState initState() {
            return InitState.allZero();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.Eager();
        }
    }

    @Test
    void impossibleDescriptorsCannotBeMade() {
        assertThrows(IllegalArgumentException.class, XFeatureDescriptor.user(63, "A", 8)::build);
        assertThrows(IllegalArgumentException.class, XFeatureDescriptor.user(-1, "A", 8)::build);
        assertThrows(IllegalArgumentException.class, XFeatureDescriptor.user(40, "A", 0)::build);
        assertThrows(IllegalArgumentException.class, XFeatureDescriptor.user(40, "A", 65537)::build);
        assertThrows(IllegalArgumentException.class, XFeatureDescriptor.user(40, "A", 8).requires(63)::build);
        assertEquals(65536, XFeatureDescriptor.user(62, "A", 65536).build().size());
    }
}
