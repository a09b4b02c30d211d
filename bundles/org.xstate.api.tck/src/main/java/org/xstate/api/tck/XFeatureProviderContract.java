package org.xstate.api.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.StatePart;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;

/**
 * What every bundle of xfeature providers has to keep. Subclass it beside the providers:
 *
 * <pre>
 * class MyContractTest extends XFeatureProviderContract {
 *     protected List&lt;XFeatureProvider&gt; providers() {
 *         return List.of(new MyFeature());
 *     }
 * }
 * </pre>
 */
public abstract class XFeatureProviderContract {

    private static final int TRIALS = 200;

    /** One instance of every provider that the bundle contributes. */
    protected abstract List<XFeatureProvider> providers();

    /**
     * Values of the kernel's parameters that change an init state, by their names; none by default. They may change what
     * the state is, never its size.
     *
     * @since 1.1
     */
    protected Map<String, Long> kernelParameters() {
        return Map.of();
    }

    @Test
    void theCatalogAcceptsThemAllTogether() {
        List<FeatureCatalog.Contribution> contributions = providers().stream()
                .map(provider -> new FeatureCatalog.Contribution(provider, "bundle under test")).toList();
        assertEquals(List.of(), FeatureCatalog.of(contributions).rejected());
    }

    @Test
    void theServicesFileNamesEveryProviderClassOfTheBundle() {
        assertFalse(providers().isEmpty(), "the bundle contributes nothing");
        for (XFeatureProvider provider : providers()) {
            assertEquals(ProviderClasses.compiledBeside(provider.getClass()),
                    ProviderClasses.namedInServices(provider.getClass()));
        }
    }

    /** A bundle without a plugin.xml is found through its services file, on every framework. */
    @Test
    void thePluginXmlNamesTheSameClassesIfThereIsOne() {
        for (XFeatureProvider provider : providers()) {
            ProviderClasses.namedInPluginXml(provider.getClass()).ifPresent(
                    named -> assertEquals(ProviderClasses.namedInServices(provider.getClass()), named));
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyProvider() {
        return providers().stream().map(provider -> DynamicContainer
                .dynamicContainer(provider.descriptor().name(), contract(provider)));
    }

    private List<DynamicTest> contract(XFeatureProvider provider) {
        return List.of(
                test("gives the same descriptor each time",
                        () -> assertEquals(provider.descriptor(), provider.descriptor())),
                test("keeps fields in order, apart, named once, in lower case", () -> fields(provider)),
                test("relates user components only to user components", () -> relations(provider)),
                test("has init states of the component's size, fresh each time", () -> init(provider)),
                test("has a policy, a lifecycle and handlers", () -> policy(provider)),
                test("has model C in lines, the same each time", () -> models(provider)),
                test("decodes its init state and any other bytes of any size",
                        () -> HostileDecoding.check(provider)),
                test("may load, initialise and save its init state", () -> initBehaviour(provider)),
                test("keeps parts in order, apart and inside", () -> parts(provider)),
                test("has examples that registers take, each part different from init and from the others'",
                        () -> examples(provider)),
                test("has trial states that a restore takes, for user components only",
                        () -> trials(provider)),
                test("decides on any bytes and shapes registers once and for all",
                        () -> behaviour(provider)));
    }

    private static DynamicTest test(String sentence, Executable check) {
        return DynamicTest.dynamicTest(sentence, check);
    }

    private static void fields(XFeatureProvider provider) {
        int end = 0;
        List<String> names = new ArrayList<>();
        for (FieldDescriptor field : provider.descriptor().fields()) {
            assertTrue(field.offset() >= end, "field " + field.name() + " starts before the last one ends");
            end = field.offset() + field.width();
            assertTrue(end <= provider.descriptor().size(), "field " + field.name() + " is out of bounds");
            assertEquals(field.name().toLowerCase(java.util.Locale.ROOT), field.name());
            assertFalse(names.contains(field.name()), "two fields are named " + field.name());
            names.add(field.name());
            assertNotNull(field.meaning().apply(0));
            assertNotNull(field.meaning().apply(-1));
        }
    }

    private static void relations(XFeatureProvider provider) {
        XFeatureDescriptor d = provider.descriptor();
        assertAll(
                () -> assertTrue(d.together().isEmpty() || d.together().has(d.number()),
                        "together contains the component itself"),
                () -> assertFalse(d.requires().has(d.number()), "a component does not require itself"),
                () -> assertFalse(d.conflicts().has(d.number()), "a component does not exclude itself"),
                () -> assertFalse(d.requires().hasAny(d.conflicts()), "required and excluded"),
                () -> assertTrue(d.isUser() || d.requires().or(d.together()).or(d.conflicts()).isEmpty(),
                        "XCR0 rules are for user components"),
                () -> assertFalse(XFeatureMask.COMPACTION.hasAny(d.requires().or(d.together())),
                        "bit 63 is no component"));
    }

    private void init(XFeatureProvider provider) {
        InitState init = provider.initState();
        int size = provider.descriptor().size();
        for (int actual : new int[]{size, size + 56}) {
            InitState.Context context = new InitState.Context(actual, kernelParameters());
            assertEquals(actual, init.hardware(context).length, "hardware init");
            assertEquals(actual, init.kernel(context).length, "kernel init");
        }
        byte[] spoilt = init.hardware(InitState.Context.ofSize(size));
        byte[] before = spoilt.clone();
        spoilt[0] ^= 1;
        assertArrayEquals(before, init.hardware(InitState.Context.ofSize(size)), "the array is not shared");
    }

    private static void policy(XFeatureProvider provider) {
        assertNotNull(provider.restorePolicy().label());
        assertNotNull(provider.lifecycle());
        assertNotNull(provider.trapHandlers());
        assertNotNull(provider.registerBehaviour(AddressWidths.WIDEST));
    }

    private static void models(XFeatureProvider provider) {
        assertEquals(provider.model(), provider.model());
        assertEquals(provider.trapHandlers(), provider.trapHandlers());
        Stream.concat(provider.model().texts().stream(),
                provider.trapHandlers().stream().map(TrapHandlerSource::text))
                .forEach(text -> assertTrue(text.text().endsWith("\n") && !text.text().contains("\r"),
                        "the lines of " + text.name() + " end with a line feed, the last one too"));
    }

    private static void initBehaviour(XFeatureProvider provider) {
        byte[] init = provider.initState().hardware(InitState.Context.ofSize(provider.descriptor().size()));
        RegisterBehaviour behaviour = provider.registerBehaviour(AddressWidths.WIDEST);
        MemorySegment initial = MemorySegment.ofArray(init.clone()).asReadOnly();
        assertFalse(behaviour.load(initial, initial) instanceof RegisterBehaviour.Load.Fault,
                "registers in their initial configuration take the initial configuration");
        assertInstanceOf(RegisterBehaviour.Load.Accept.class, behaviour.initialise(initial));
        byte[] register = init.clone();
        behaviour.loaded(MemorySegment.ofArray(register));
        behaviour.savedByXsaves(MemorySegment.ofArray(register));
        assertArrayEquals(init, register, "the initial configuration stays what it is");
    }

    private static void parts(XFeatureProvider provider) {
        int size = provider.descriptor().size();
        int end = 0;
        for (StatePart part : provider.stateParts(size)) {
            assertTrue(part.offset() >= end, "part " + part.name() + " starts before the last one ends");
            end = part.offset() + part.size();
        }
        assertTrue(end > 0 && end <= size, "the parts end at " + end + " of " + size);
    }

    private static void examples(XFeatureProvider provider) {
        int size = provider.descriptor().size();
        RegisterBehaviour behaviour = provider.registerBehaviour(AddressWidths.WIDEST);
        byte[] init = provider.initState().hardware(InitState.Context.ofSize(size));
        List<byte[]> seen = new ArrayList<>(List.of(init));
        assertTrue(provider.examples() > 0 && provider.examples() <= 15, provider.examples() + " examples");
        for (int ordinal = 1; ordinal <= provider.examples(); ordinal++) {
            byte[] example = provider.example(ordinal, size);
            assertEquals(size, example.length);
            assertInstanceOf(RegisterBehaviour.Load.Accept.class,
                    behaviour.load(readOnly(example), readOnly(init)));
            byte[] held = example.clone();
            behaviour.loaded(MemorySegment.ofArray(held));
            assertArrayEquals(example, held, "registers hold what is loaded");
            for (StatePart part : provider.stateParts(size)) {
                for (byte[] other : seen) {
                    assertFalse(Arrays.equals(example, part.offset(), part.offset() + part.size(), other,
                            part.offset(), part.offset() + part.size()),
                            "example " + ordinal + " repeats the part " + part.name());
                }
            }
            seen.add(example);
        }
    }

    private static void trials(XFeatureProvider provider) {
        provider.trialState().ifPresent(trial -> {
            assertTrue(provider.descriptor().isUser(), "a process cannot load supervisor components");
            int size = provider.descriptor().size();
            RegisterBehaviour behaviour = provider.registerBehaviour(AddressWidths.WIDEST);
            byte[] init = provider.initState().hardware(InitState.Context.ofSize(size));
            for (int seed = 0; seed < TRIALS; seed++) {
                byte[] state = new byte[size];
                trial.fill(new SplittableRandom(seed), state, true);
                assertInstanceOf(RegisterBehaviour.Load.Accept.class,
                        behaviour.load(readOnly(state), readOnly(init)), "trial state of seed " + seed);
                trial.fill(new SplittableRandom(seed), state, false);
                assertNotNull(behaviour.load(readOnly(state), readOnly(init)));
            }
            trial.questions(size).forEach(question -> assertEquals(size, question.component().length,
                    question.id() + " is about a state of the component's size"));
        });
    }

    private static void behaviour(XFeatureProvider provider) {
        RegisterBehaviour behaviour = provider.registerBehaviour(AddressWidths.WIDEST);
        int size = provider.descriptor().size();
        int narrow = behaviour.bytesOutside64BitMode(size);
        assertTrue(narrow >= 0 && narrow <= size, narrow + " bytes outside 64-bit mode");
        assertEquals(behaviour.tracksByContent(),
                provider.registerBehaviour(AddressWidths.WIDEST).tracksByContent(),
                "whether content decides on use is always answered alike");
        for (byte[] memory : HostileBytes.ofSize(provider.descriptor().size())) {
            for (byte[] register : HostileBytes.ofSize(provider.descriptor().size())) {
                assertNotNull(behaviour.load(readOnly(memory), readOnly(register)));
                assertNotNull(behaviour.initialise(readOnly(register)));
            }
            byte[] once = memory.clone();
            behaviour.loaded(MemorySegment.ofArray(once));
            byte[] twice = once.clone();
            behaviour.loaded(MemorySegment.ofArray(twice));
            assertArrayEquals(once, twice, "shaping a shaped register changes nothing");
            behaviour.savedByXsaves(MemorySegment.ofArray(twice));
        }
    }

    private static MemorySegment readOnly(byte[] bytes) {
        return MemorySegment.ofArray(bytes).asReadOnly();
    }
}
