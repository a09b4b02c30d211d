package org.xstate.features.base.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.DecodedField;
import org.xstate.api.InitState;
import org.xstate.api.tck.GivenComponent;

class X87FeatureTest {

    private final X87Feature feature = new X87Feature();

    @Test
    void initIsWhatFninitLeaves() {
        byte[] expected = new byte[160];
        expected[0] = 0x7f;
        expected[1] = 0x03;
        byte[] init = feature.initState().hardware(InitState.Context.ofSize(160));
        assertEquals(ByteBuffer.wrap(expected), ByteBuffer.wrap(init));
    }

    @Test
    void isTheOnlyBitThatXcr0MustKeep() {
        assertTrue(feature.descriptor().alwaysOn());
        assertFalse(new SseFeature().descriptor().alwaysOn());
    }

    @ParameterizedTest
    @CsvSource({"037f, 'extended precision, round to nearest, all exceptions masked'",
        "027f, 'double precision, round to nearest, all exceptions masked'",
        "0c7f, 'single precision, round toward zero, all exceptions masked'",
        "077f, 'extended precision, round down, all exceptions masked'",
        "0b7f, 'extended precision, round up, all exceptions masked'",
        "037a, 'extended precision, round to nearest, unmasked: invalid divide-by-zero'",
        "137f, 'extended precision, round to nearest, all exceptions masked, X (infinity control, ignored "
                + "since the 387)'",
        "033f, 'extended precision, round to nearest, all exceptions masked, bit 6 clear (reads as 1 in "
                + "hardware)'",
        "217f, 'reserved precision 1, round to nearest, all exceptions masked, reserved bits 0x2000 set'"})
    void readsTheControlWord(String fcw, String words) {
        assertEquals(words, X87Words.control(Long.parseLong(fcw, 16)));
    }

    @ParameterizedTest
    @CsvSource({"0000, 037f, top 0", "6900, 027f, 'top 5, C0, C3'", "4700, 037f, 'top 0, C0, C1, C2, C3'",
        "9084, 037a, 'top 2, ZE, ES (unmasked exception pending), B'",
        "0001, 037e, 'top 0, IE, ES clear although an unmasked exception is flagged'",
        "8081, 037f, 'top 0, IE, ES (unmasked exception pending), B, ES set although every flagged "
                + "exception is masked'",
        "3841, 037f, 'top 7, IE, SF (stack fault)'"})
    void readsTheStatusWordAgainstTheMasks(String fsw, String fcw, String words) {
        assertEquals(words, X87Words.status(Long.parseLong(fsw, 16), Long.parseLong(fcw, 16)));
    }

    @Test
    void computesTagsOfPhysicalRegistersFromContentsAndTop() {
        ByteBuffer legacy = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        legacy.putShort(0, (short) 0x037f).putShort(2, (short) (6 << 11)).put(4, (byte) 0b1100_0011);
        st(legacy, 0, 0x3fff, 1L << 63);
        st(legacy, 1, 0, 0);
        st(legacy, 2, 0x7fff, 1L << 63);
        st(legacy, 3, 0x3fff, 1L << 63);
        st(legacy, 4, 0x4000, 1L << 63);
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(), legacy.array())
                .decodedBy(feature);
        // R0 special 10, R1 valid 00, R2 to R5 empty 11, R6 valid 00, R7 zero 01
        assertEquals("R0 special, R1 valid, R6 valid, R7 zero, full tag word 0x4ff2",
                fields.get("abridged_ftw").meaning());
        assertEquals("R6 valid: 1", fields.get("st0").meaning());
        assertEquals("R7 zero: 0", fields.get("st1").meaning());
        assertEquals("R0 special: infinity", fields.get("st2").meaning());
        assertEquals("R1 valid: 1", fields.get("st3").meaning());
        assertEquals("R2 empty: 2", fields.get("st4").meaning(), "contents of empty registers are kept");
    }

    @Test
    void showsTheMmxRegisterThatAliasesASlot() {
        ByteBuffer legacy = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        legacy.put(4, (byte) 0xff);
        st(legacy, 3, 0xffff, 0x8404_0404_0404_0404L);
        assertEquals("R3 special: -SNaN, or MMX mm3 0x8404040404040404",
                GivenComponent.of(feature.descriptor(), legacy.array()).decodedBy(feature).get("st3")
                        .meaning());
    }

    @ParameterizedTest
    @CsvSource({"1d9, D9 D9", "0, none recorded", "7ff, DF FF", "105, D9 05",
        "8105, 'D9 05, reserved bits 0x8000 set'"})
    void givesTheOpcodeItsCommonBitsBack(String fop, String opcode) {
        assertEquals(opcode, X87Words.opcode(Long.parseLong(fop, 16)));
    }

    @Test
    void anOpcodeOfZeroBesideAnInstructionPointerMayBeOne() {
        assertEquals("D8 00, or not recorded (fopcode compatibility mode off)", X87Words.opcode(0, 0x401234));
        assertEquals("none recorded", X87Words.opcode(0, 0));
        assertEquals("D9 D9", X87Words.opcode(0x1d9, 0x401234));
    }

    @Test
    void givesBothReadingsOfAPointerWhereTheyDiffer() {
        assertEquals("0x401234", X87Words.pointer(0x401234, "FCS"));
        assertEquals("none recorded", X87Words.pointer(0, "FCS"));
        assertEquals("0x2308048123; if saved without REX.W: FCS 0x23, offset 0x8048123",
                X87Words.pointer(0x23_0804_8123L, "FCS"));
    }

    @Test
    void listsRegistersInTheOrderOfTheImage() {
        List<String> names = feature
                .registers(GivenComponent.of(feature.descriptor(), new byte[160])).stream()
                .map(DecodedField::name).toList();
        assertEquals(List.of("fcw", "fsw", "abridged_ftw", "fop", "fip", "fdp", "st0", "st1", "st2", "st3",
                "st4", "st5", "st6", "st7"), names);
    }

    private static void st(ByteBuffer legacy, int index, int signAndExponent, long significand) {
        legacy.putLong(32 + 16 * index, significand).putShort(40 + 16 * index, (short) signAndExponent);
    }
}
