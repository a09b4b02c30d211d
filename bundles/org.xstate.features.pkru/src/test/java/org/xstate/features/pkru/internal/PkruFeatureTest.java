package org.xstate.features.pkru.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.tck.GivenComponent;

class PkruFeatureTest {

    private static final byte KEY_0_ONLY = 0x55;

    private final PkruFeature feature = new PkruFeature();

    @Test
    void hardwareInitAllowsAllAndTheKernelsAllowsKeyZeroOnly() {
        InitState.Context context = InitState.Context.ofSize(8);
        assertArrayEquals(new byte[8], feature.initState().hardware(context));
        assertArrayEquals(new byte[]{0x54, KEY_0_ONLY, KEY_0_ONLY, KEY_0_ONLY, 0, 0, 0, 0},
                feature.initState().kernel(context));
    }

    @Test
    void theKernelParameterReplacesTheKernelsInitOnly() {
        InitState.Context context = new InitState.Context(64, Map.of("init_pkru", 0xcL));
        assertArrayEquals(new byte[64], feature.initState().hardware(context));
        byte[] kernel = feature.initState().kernel(context);
        assertEquals(64, kernel.length, "Zen 2 has 64 bytes");
        assertEquals(0xc, kernel[0]);
        assertEquals(0, kernel[1]);
    }

    @ParameterizedTest
    @CsvSource({"0, all keys allowed", "55555554, keys 1-15: no access (AD)",
        "c, 'key 1: no access (AD, WD)'",
        "aaaaaaaa, all keys: read only (WD)", "40000020, 'key 2: read only (WD); key 15: no access (AD)'",
        "55555555, all keys: no access (AD)", "14, keys 1-2: no access (AD)"})
    void groupsKeysOfEqualRights(String pkru, String words) {
        assertEquals(words, PkruWords.of(Long.parseLong(pkru, 16)));
    }

    @Test
    void theRegisterHoldsOnlyFourOfTheComponentsBytes() {
        for (int size : List.of(8, 64)) {
            byte[] register = new byte[size];
            java.util.Arrays.fill(register, (byte) 0xee);
            feature.registerBehaviour(AddressWidths.WIDEST).loaded(MemorySegment.ofArray(register));
            byte[] expected = new byte[size];
            java.util.Arrays.fill(expected, 0, 4, (byte) 0xee);
            assertArrayEquals(expected, register);
        }
    }

    @Test
    void isSwitchedEagerlyAndSurvivesFork() {
        assertEquals("eager", feature.restorePolicy().label());
        assertEquals(Lifecycle.Rule.KEEP, feature.lifecycle().fork());
        assertEquals(Lifecycle.Rule.RESET, feature.lifecycle().exec());
    }

    @Test
    void isPrintedAsTheFourBytesThatItHas() {
        byte[] bytes = {0x54, 0x55, 0x55, 0x55, 9, 9, 9, 9};
        assertEquals("0x55555554",
                GivenComponent.of(feature.descriptor(), bytes).registersBy(feature).get("pkru").text());
    }
}
