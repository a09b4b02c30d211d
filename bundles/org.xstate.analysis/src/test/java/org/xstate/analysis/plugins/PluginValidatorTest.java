package org.xstate.analysis.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.api.ApiDesign;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureModel;
import org.xstate.api.Finding;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.Validator.Candidate;
import org.xstate.api.Validator.Company;
import org.xstate.api.Validator.Purpose;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.cpu.CpuProfiles;

class PluginValidatorTest {

    private static final String GOOD = "u64 scratch_count(void)\n{\n\treturn 1;\n}\n";

    /** SCRATCH, component 40, 64 bytes, with these texts. */
    private record Scratch(FeatureModel model, List<TrapHandlerSource> trapHandlers)
            implements XFeatureProvider {

        @Override
        public XFeatureDescriptor descriptor() {
            return XFeatureDescriptor.user(40, "SCRATCH", 64).requires(2).build();
        }

        @Override
        public InitState initState() {
            return InitState.allZero();
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.OnReturnToUser();
        }
    }

    /** Another design, whose text one may include. */
    private static final ApiDesign TWO_A = new ApiDesign() {
        @Override
        public String id() {
            return "2a";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public ModelText source() {
            return new ModelText("2a.c", shipped("2a.c"));
        }
    };

    private static final Company COMPANY = new Company() {
        @Override
        public FeatureCatalog features() {
            return Samples.CATALOG;
        }

        @Override
        public List<TrapHandlerSource> trapHandlers() {
            return List.of();
        }

        @Override
        public List<ApiDesign> apiDesigns() {
            return List.of(TWO_A);
        }
    };

    /** For candidates that need no company. */
    private static final Company NOBODY = new Company() {
        @Override
        public FeatureCatalog features() {
            throw new AssertionError("it takes time");
        }

        @Override
        public List<TrapHandlerSource> trapHandlers() {
            throw new AssertionError("it takes time");
        }

        @Override
        public List<ApiDesign> apiDesigns() {
            throw new AssertionError("it takes time");
        }
    };

    private static List<Finding> judge(XFeatureProvider provider, Company company) {
        return new PluginValidator().validate(new Candidate.Feature(provider, provider.descriptor()),
                company);
    }

    private static Scratch kernel(String text) {
        return new Scratch(new FeatureModel(List.of(), List.of(new ModelText("scratch/kernel.c", text))),
                List.of());
    }

    private static List<Finding> handlers(TrapHandlerSource... handlers) {
        return new PluginValidator().validate(new Candidate.Handlers(List.of(handlers)), COMPANY);
    }

    @Test
    void aFeatureWithoutModelCIsNotCompiled() {
        assertEquals(List.of(), judge(new Scratch(FeatureModel.NONE, List.of()), NOBODY));
    }

    @Test
    void modelCThatCompilesBehindTheLibraryIsAccepted() {
        assertEquals(List.of(), judge(kernel(GOOD), COMPANY));
    }

    @Test
    void aTextMayUseItsOwnComponentAndThoseThatItRequires() {
        assertEquals(List.of(), judge(kernel("""
                void scratch_use(token_t value)
                {
                	user_write(XFEATURE_SCRATCH, value);
                	user_write(XFEATURE_AVX, value);
                }
                """), COMPANY));
    }

    @Test
    void anErrorIsToldWithFileLineAndColumn() {
        Finding finding = judge(kernel("void scratch_use(void)\n{\n\tfpregs_lok();\n}\n"), COMPANY)
                .getFirst();
        assertEquals(Finding.error("model-no-such-function", "no such function 'fpregs_lok'")
                .at("scratch/kernel.c:3:2").remedy(finding.remedy()), finding);
        assertTrue(finding.remedy().startsWith("did you mean 'fpregs_lock'"), finding.remedy());
    }

    @Test
    void theErrorsThatFollowAreCounted() {
        List<Finding> findings = judge(kernel("void f(void)\n{\n\tnone();\n\tnobody();\n}\n"), COMPANY);
        assertEquals(List.of("no such function 'none'; 1 more error"),
                findings.stream().map(Finding::message).toList());
    }

    @Test
    void aFunctionOfTheKernelCannotBeDeclaredAgain() {
        List<Finding> findings = judge(kernel("void fpregs_lock(void)\n{\n}\n"), COMPANY);
        assertEquals(List.of("scratch/kernel.c:1:6"), findings.stream().map(Finding::where).toList());
    }

    @Test
    void aHandlerOfAFeatureIsCompiledWithIt() {
        Scratch feature = new Scratch(FeatureModel.NONE,
                List.of(new TrapHandlerSource(13, "never", "void f(void)\n{\n\tnone();\n}\n")));
        assertEquals(List.of("traps/trap-13.c:3:2"),
                judge(feature, COMPANY).stream().map(Finding::where).toList());
    }

    @Test
    void handlersOfNoFeatureAreCompiledForTheComponentsThatTheyNeed() {
        assertEquals(List.of(), handlers(
                new TrapHandlerSource(13, "sometimes",
                        "void f(void)\n{\n\tuser_write(XFEATURE_PASID, INIT);\n}\n")
                        .needing(10)));
        List<Finding> findings = handlers(new TrapHandlerSource(6, "always", GOOD.replace("1", "none")));
        assertEquals(List.of("traps/trap-6.c:3:9"), findings.stream().map(Finding::where).toList());
    }

    @Test
    void aHandlerThatNeedsWhatNobodyDescribesIsRefused() {
        assertEquals(List.of("a handler needs components that nobody describes: " + XFeatureMask.of(55)),
                handlers(new TrapHandlerSource(6, "never", GOOD).needing(55)).stream().map(Finding::message)
                        .toList());
    }

    private static List<Finding> design(String text) {
        return new PluginValidator().validate(
                new Candidate.Model(new ModelText("mine.c", text), Purpose.API_DESIGN),
                COMPANY);
    }

    private static String shipped(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("xstate.root"), "examples/designs", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDesignIsCompiledInTheHarness() {
        assertEquals(List.of(), design(shipped("1c.c")));
        Finding finding = design(shipped("1c.c").replaceFirst("fpregs_lock\\(\\)", "fpregs_close()"))
                .getFirst();
        assertEquals("model-no-such-function", finding.id());
        assertTrue(finding.where().startsWith("mine.c:"), finding.where());
    }

    @Test
    void aDesignMayIncludeTheTextOfAnother() {
        assertEquals(List.of(), design(shipped("2a-stale-equal.c")));
    }

    @Test
    void aDesignWithoutTheHarnessIsToldWhatItLacks() {
        assertEquals(List.of("the design includes no header of the harness"),
                design("void nothing(void)\n{\n}\n").stream().map(Finding::message).toList());
    }

    @Test
    void withoutCompanyTheXfeaturesOfTheClassPathAreTheOthers() {
        Scratch feature = kernel("void f(void)\n{\n\tnone();\n}\n");
        assertEquals(1, new PluginValidator()
                .validate(new Candidate.Feature(feature, feature.descriptor())).size());
        assertThrows(AssertionError.class, () -> judge(feature, NOBODY));
    }

    @Test
    void aSizeThatNoKnownProcessorReportsIsRefused() {
        assertEquals(List.of(Finding.error("size-contradicts-cpuid",
                "it says that component 2 has 512 bytes, and Intel Sandy Bridge reports 256")
                .remedy("give the size that CPUID.(EAX=0DH,ECX=2):EAX reports")),
                KnownSizes.contradictions(XFeatureDescriptor.user(2, "AVX", 512).build(),
                        List.of(CpuProfiles.find("sandybridge").orElseThrow())));
        assertEquals(List.of("kind-contradicts-cpuid"),
                KnownSizes.contradictions(XFeatureDescriptor.user(10, "PASID", 8).build()).stream()
                        .map(Finding::id).toList());
    }

    @Test
    void aSizeThatOneProcessorReportsIsRight() {
        assertEquals(List.of(), KnownSizes.contradictions(XFeatureDescriptor.user(9, "PKRU", 64).build()));
        assertEquals(List.of(), KnownSizes.contradictions(XFeatureDescriptor.user(9, "PKRU", 8).build()));
    }
}
