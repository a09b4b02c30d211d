package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.FieldDescriptor.Style;

class ValuesTest {

    @Test
    void numbersAreUnsignedDecimals() {
        assertEquals("8064", DecodedField.number("mxcsr", 0x1f80, "").text());
        assertEquals("18446744073709551615", DecodedField.number("fip", -1, "").text());
    }

    @Test
    void masksAreLowerCaseHexWithoutLeadingZeros() {
        assertEquals("0x55555554", DecodedField.hex("pkru", 0x55555554, 4, "").text());
        assertEquals("0xffffffffffffffff", DecodedField.hex("r16", -1, 8, "").text());
        assertEquals("0x0", DecodedField.hex("r16", 0, 8, "").text());
    }

    @Test
    void vectorsAreBigEndianHexOfFullWidth() {
        DecodedField field = DecodedField.bytes("xmm0", new byte[]{0, 0x0a, (byte) 0xff}, "");
        assertEquals("000aff", field.text());
        assertEquals(3, field.width());
        assertEquals("000000", DecodedField.bytes("xmm0", new byte[3], "").text());
    }

    @Test
    void negativeValuesAreRefused() {
        BigInteger minus = BigInteger.ONE.negate();
        assertThrows(IllegalArgumentException.class, () -> new DecodedField("a", Style.NUMBER, minus, 1, ""));
    }

    @Test
    void fieldsOfNumbersHaveAtMostEightBytes() {
        assertThrows(IllegalArgumentException.class, () -> FieldDescriptor.hex(0, 9, "a"));
        assertThrows(IllegalArgumentException.class, () -> FieldDescriptor.number(-1, 1, "a"));
        assertThrows(IllegalArgumentException.class, () -> FieldDescriptor.bytes(0, 0, "a"));
        assertEquals(1024, FieldDescriptor.bytes(0, 1024, "tmm0").width());
    }

    @Test
    void initStatesHaveTheSizeAskedFor() {
        InitState.Context eight = InitState.Context.ofSize(8);
        assertArrayEquals(new byte[8], InitState.allZero().hardware(eight));
        assertArrayEquals(new byte[]{0x7f, 3, 0, 0, 0, 0, 0, 0},
                InitState.bytes((byte) 0x7f, (byte) 3).hardware(eight));
        assertArrayEquals(new byte[]{0x7f}, InitState.bytes((byte) 0x7f, (byte) 3)
                .kernel(InitState.Context.ofSize(1)));
        assertEquals(Map.of(), eight.kernel());
    }

    @Test
    void initBytesCannotBeChangedFromOutside() {
        byte[] mine = {1};
        InitState.Bytes state = (InitState.Bytes) InitState.bytes(mine);
        mine[0] = 2;
        state.leading()[0] = 3;
        state.hardware(InitState.Context.ofSize(1))[0] = 4;
        assertArrayEquals(new byte[]{1}, state.hardware(InitState.Context.ofSize(1)));
        assertEquals(InitState.bytes((byte) 1), state);
        assertEquals(InitState.bytes((byte) 1).hashCode(), state.hashCode());
        assertNotEquals(InitState.bytes((byte) 2), state);
    }

    @Test
    void hardwareAndKernelInitMayDiffer() {
        InitState pkru = new InitState.Derived(c -> new byte[c.size()],
                c -> new byte[]{c.kernel().get("init_pkru").byteValue()});
        InitState.Context context = new InitState.Context(1, Map.of("init_pkru", 0x54L));
        assertArrayEquals(new byte[1], pkru.hardware(context));
        assertArrayEquals(new byte[]{0x54}, pkru.kernel(context));
    }

    @Test
    void findingsAreBuiltStepByStepAndKeepTheOrderOfTheirValues() {
        Finding finding = Finding.warning("a-b", "m").at("MXCSR").within("thread 329").remedy("r")
                .value("z", 1)
                .value("a", 2);
        assertEquals("thread 329, MXCSR", finding.where());
        assertEquals(List.of("z", "a"), List.copyOf(finding.values().keySet()));
        assertEquals("r", finding.remedy());
        assertEquals("x", Finding.note("a", "m").within("x").where());
        assertEquals("error", Finding.error("a", "m").severity().word());
    }

    @Test
    void restorePoliciesAndStatesHaveTheirWords() {
        assertEquals(
                List.of("on-return-to-user", "eager", "on-trap(13)", "independent", "guest-only", "unused",
                        "custom"),
                List.of(new RestorePolicy.OnReturnToUser(), new RestorePolicy.Eager(),
                        new RestorePolicy.OnTrap(13),
                        new RestorePolicy.Independent(), new RestorePolicy.GuestOnly(),
                        new RestorePolicy.Unused(),
                        new RestorePolicy.Custom("x")).stream().map(RestorePolicy::label).toList());
        for (RestorePolicy policy : List.of(new RestorePolicy.OnReturnToUser(), new RestorePolicy.Eager(),
                new RestorePolicy.OnTrap(7), new RestorePolicy.Independent(), new RestorePolicy.GuestOnly(),
                new RestorePolicy.Unused())) {
            assertEquals(Optional.of(policy), RestorePolicy.named(policy.label()));
            assertEquals(Optional.of(policy), RestorePolicy.named(policy.label().replace('-', '_')));
        }
        assertEquals(Optional.of(new RestorePolicy.OnTrap(13)), RestorePolicy.named("on_trap:13"));
        for (String none : List.of("on-trap", "on-trap(32)", "on-trap(x)", "custom", "lazy", "")) {
            assertEquals(Optional.empty(), RestorePolicy.named(none), none);
        }
        assertThrows(IllegalArgumentException.class, () -> new RestorePolicy.OnTrap(32));
        assertEquals("in-use", ComponentView.State.IN_USE.word());
        assertEquals("CPUID.7.0:ECX[3] PKU", new CpuidBit(7, 0, CpuidBit.Register.ECX, 3, "PKU").toString());
        assertThrows(IllegalArgumentException.class,
                () -> new CpuidBit(7, 0, CpuidBit.Register.ECX, 32, "PKU"));
    }
}
