package org.xstate.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.StatePart;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** The contract must fail for providers that break it, each in the test that is about the break. */
class XFeatureProviderContractTest {

    private static final String EXAMPLES = "has examples that registers take, each part different from init and from the"
            + " others'";

    private static final AtomicReference<XFeatureProvider> SUBJECT = new AtomicReference<>();

    /** Run by the launcher below, not by itself. */
    static class Subject extends XFeatureProviderContract {
        @Override
        protected List<XFeatureProvider> providers() {
            return List.of(SUBJECT.get());
        }
    }

    private static Set<String> failures(XFeatureProvider provider) {
        SUBJECT.set(provider);
        Set<String> failed = new TreeSet<>();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Subject.class)).build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                            failed.add(test.getDisplayName());
                        }
                    }
                });
        return failed;
    }

    @Test
    void aSoundProviderPasses() {
        assertEquals(Set.of(), failures(new SoundFeature()));
    }

    @Test
    void anInitStateOfAnotherSizeFails() {
        assertTrue(failures(new SoundFeature() {
            @Override
            public InitState initState() {
                return new InitState.Derived(context -> new byte[SIZE], context -> new byte[8]);
            }
        }).contains("has init states of the component's size, fresh each time"));
    }

    @Test
    void aSharedInitArrayFails() {
        byte[] shared = new byte[SoundFeature.SIZE];
        assertTrue(failures(new SoundFeature() {
            @Override
            public InitState initState() {
                return new InitState.Derived(
                        context -> context.size() == SIZE ? shared : new byte[context.size()],
                        context -> new byte[context.size()]);
            }
        }).contains("has init states of the component's size, fresh each time"));
    }

    @Test
    void fieldsInUpperCaseOrOverlappingFail() {
        String sentence = "keeps fields in order, apart, named once, in lower case";
        assertEquals(Set.of(sentence), failures(described(XFeatureDescriptor.user(40, "SOUND", 16)
                .field(FieldDescriptor.hex(0, 8, "First")).build())));
        assertEquals(Set.of(sentence), failures(described(XFeatureDescriptor.user(40, "SOUND", 16)
                .field(FieldDescriptor.hex(0, 8, "first")).field(FieldDescriptor.hex(4, 8, "second"))
                .build())));
    }

    @Test
    void aFieldBeyondTheComponentIsRefusedByTheCatalogToo() {
        assertEquals(Set.of("theCatalogAcceptsThemAllTogether()",
                "keeps fields in order, apart, named once, in lower case"),
                failures(described(XFeatureDescriptor.user(40, "SOUND", 16)
                        .field(FieldDescriptor.hex(12, 8, "first")).build())));
    }

    @Test
    void aSupervisorComponentWithRulesForXcr0Fails() {
        assertEquals(Set.of("relates user components only to user components"),
                failures(described(XFeatureDescriptor.supervisor(40, "SOUND", 16).requires(2).build())));
    }

    @Test
    void decodingThatReadsBeyondAShortComponentFails() {
        assertEquals(Set.of("decodes its init state and any other bytes of any size"),
                failures(new SoundFeature() {
                    @Override
                    public List<DecodedField> decode(ComponentView view) {
                        return List.of(DecodedField.hex("first", view.unsigned(0, 8), 8, ""));
                    }
                }));
    }

    @Test
    void refusingTheInitStateFails() {
        assertEquals(Set.of("may load, initialise and save its init state", EXAMPLES),
                failures(behaving(new RegisterBehaviour() {
                    @Override
                    public Load load(MemorySegment memory, MemorySegment register) {
                        return new Load.Fault("never");
                    }
                })));
    }

    @Test
    void anExampleThatIsTheInitStateOrAnotherExampleInSomePartFails() {
        assertEquals(Set.of(EXAMPLES), failures(new SoundFeature() {
            @Override
            public byte[] example(int ordinal, int size) {
                return new byte[size];
            }
        }));
        assertEquals(Set.of(EXAMPLES), failures(new SoundFeature() {
            @Override
            public List<StatePart> stateParts(int size) {
                return List.of(new StatePart("first", 0, 8), new StatePart("second", 8, size - 8));
            }

            @Override
            public byte[] example(int ordinal, int size) {
                byte[] bytes = super.example(1, size);
                bytes[0] = (byte) ordinal;
                return bytes;
            }
        }));
    }

    @Test
    void aTextThatEndsInTheMiddleOfALineFails() {
        assertEquals(Set.of("has model C in lines, the same each time"),
                failures(modelled(new ModelText("sound/kernel.c", "u64 sound;"))));
        assertEquals(Set.of(), failures(modelled(new ModelText("sound/kernel.c", "u64 sound;\n"))));
    }

    @Test
    void aTextInTheLibrarysFolderIsRefusedByTheCatalog() {
        assertEquals(Set.of("theCatalogAcceptsThemAllTogether()"),
                failures(modelled(new ModelText("kernel/sound.c", "u64 sound;\n"))));
    }

    private static XFeatureProvider modelled(ModelText text) {
        return new SoundFeature() {
            @Override
            public FeatureModel model() {
                return new FeatureModel(List.of(), List.of(text));
            }
        };
    }

    @Test
    void aTrialStateThatARestoreRefusesFails() {
        assertTrue(failures(new SoundFeature() {
            @Override
            public Optional<TrialState> trialState() {
                return Optional.of(TrialState.ANY_BYTES);
            }

            @Override
            public RegisterBehaviour registerBehaviour(AddressWidths widths) {
                return new RegisterBehaviour() {
                    @Override
                    public Load load(MemorySegment memory, MemorySegment register) {
                        return memory.get(ValueLayout.JAVA_BYTE, 0) < 0
                                ? new Load.Fault("bit 7")
                                : new Load.Accept();
                    }
                };
            }
        }).contains("has trial states that a restore takes, for user components only"));
    }

    @Test
    void partsThatOverlapOrLeaveTheComponentFail() {
        String sentence = "keeps parts in order, apart and inside";
        assertTrue(failures(parted(new StatePart("first", 0, 8), new StatePart("second", 4, 8)))
                .contains(sentence));
        assertTrue(failures(parted(new StatePart("first", 8, 16))).contains(sentence));
    }

    private static XFeatureProvider parted(StatePart... parts) {
        return new SoundFeature() {
            @Override
            public List<StatePart> stateParts(int size) {
                return List.of(parts);
            }
        };
    }

    @Test
    void shapingThatNeverSettlesFails() {
        assertTrue(failures(behaving(new RegisterBehaviour() {
            @Override
            public void loaded(MemorySegment register) {
                register.set(ValueLayout.JAVA_BYTE, 0, (byte) (register.get(ValueLayout.JAVA_BYTE, 0) + 1));
            }
        })).contains("decides on any bytes and shapes registers once and for all"));
    }

    @Test
    void writingToTheRegistersWhileDecidingFails() {
        assertTrue(failures(behaving(new RegisterBehaviour() {
            @Override
            public Load load(MemorySegment memory, MemorySegment register) {
                register.fill((byte) 1);
                return new Load.Accept();
            }
        })).contains("decides on any bytes and shapes registers once and for all"));
    }

    @Test
    void theServicesFileIsComparedWithTheClassesBesideIt() {
        Set<String> both = Set.of(SoundFeature.class.getName());
        assertEquals(both, ProviderClasses.compiledBeside(SoundFeature.class));
        assertEquals(both, ProviderClasses.namedInServices(SoundFeature.class));
    }

    private static XFeatureProvider described(XFeatureDescriptor descriptor) {
        return new SoundFeature() {
            @Override
            public XFeatureDescriptor descriptor() {
                return descriptor;
            }
        };
    }

    private static XFeatureProvider behaving(RegisterBehaviour behaviour) {
        return new SoundFeature() {
            @Override
            public RegisterBehaviour registerBehaviour(AddressWidths widths) {
                return behaviour;
            }
        };
    }
}
