package org.xstate.registry.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.Check;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.ImageReader;
import org.xstate.api.PluginFailure;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.XFeatureProvider;

/** What stands between the program and a plugin. */
class GuardsTest {

    private static final byte CHANGED = 7;

    private final List<Rejected> failures = new ArrayList<>();
    private final PluginRunner runner = new PluginRunner("org.example", Duration.ofMinutes(1), failures::add);

    /** A method that a guard inherits would give the contract's default in place of what the plugin does. */
    static List<Method> methodsOfContracts() {
        return List.of(XFeatureProvider.class, RegisterBehaviour.class, Check.class, ImageReader.class)
                .stream()
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic()
                        && !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methodsOfContracts")
    void everyMethodOfAContractIsPassedOn(Method method) {
        Class<?> guard = switch (method.getDeclaringClass().getSimpleName()) {
            case "XFeatureProvider" -> GuardedFeature.class;
            case "RegisterBehaviour" -> GuardedBehaviour.class;
            case "Check" -> GuardedCheck.class;
            default -> GuardedReader.class;
        };
        assertDoesNotThrow(() -> guard.getDeclaredMethod(method.getName(), method.getParameterTypes()));
    }

    @Test
    void whatABehaviourChangesIsChangedInTheProgramsOwnMemory() {
        RegisterBehaviour plugin = new RegisterBehaviour() {
            @Override
            public void loaded(MemorySegment register) {
                register.fill(CHANGED);
            }
        };
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment register = arena.allocate(2);
            new GuardedBehaviour(plugin, "Plugin", runner).loaded(register);
            assertArrayEquals(new byte[]{CHANGED, CHANGED}, register.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void aBehaviourThatThrowsChangesNothing() {
        RegisterBehaviour plugin = new RegisterBehaviour() {
            @Override
            public void loaded(MemorySegment register) {
                register.fill(CHANGED);
                throw new IllegalStateException("half done");
            }
        };
        MemorySegment register = MemorySegment.ofArray(new byte[2]);
        PluginFailure failure = assertThrows(PluginFailure.class,
                () -> new GuardedBehaviour(plugin, "Plugin", runner).loaded(register));
        assertEquals("RegisterBehaviour.loaded of Plugin threw java.lang.IllegalStateException: half done",
                failure.getMessage());
        assertArrayEquals(new byte[2], register.toArray(ValueLayout.JAVA_BYTE));
        assertEquals(List.of(), failures, "a plugin that throws is not given up");
    }

    @Test
    void aFailureThatThePluginPassesOnIsNotWrappedAgain() {
        PluginFailure inner = new PluginFailure("org.other", "it failed", "mend it");
        assertEquals(inner, assertThrows(PluginFailure.class, () -> runner.call("outer", () -> {
            throw inner;
        })));
    }
}
