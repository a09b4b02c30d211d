package org.xstate.features.lbr.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.DecodedField;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.tck.GivenComponent;

class LbrFeatureTest {

    private final LbrFeature feature = new LbrFeature();

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(808).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void holdsControlDepthLastEventAndThirtyTwoRecords() {
        Map<String, DecodedField> fields = GivenComponent
                .of(feature.descriptor(), bytes().putLong(0, 0x7f_0003).putLong(8, 32).putLong(16, 0x111)
                        .putLong(24, 0x222).putLong(40, 0x333).putLong(48, 0x444)
                        .putLong(40 + 31 * 24 + 8, 0x555).array())
                .decodedBy(feature);
        assertEquals(5 + 3 * 32, fields.size());
        assertEquals("LBREn, OS, JCC, NEAR_REL_JMP, NEAR_IND_JMP, NEAR_REL_CALL, NEAR_IND_CALL, NEAR_RET, "
                + "OTHER_BRANCH", fields.get("lbr_ctl").meaning());
        assertEquals("32 records", fields.get("lbr_depth").meaning());
        assertEquals("0x111", fields.get("ler_from").text());
        assertEquals("0x222", fields.get("ler_to").text());
        assertEquals("0x333", fields.get("lbr0_from").text());
        assertEquals("0x444", fields.get("lbr0_to").text());
        assertEquals("0x555", fields.get("lbr31_to").text());
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1000000000000007, 'JCC, 7 cycles'", "0500000000000009, near return",
        "9400000000000010, 'near direct call, 16 cycles, mispredicted'",
        "6800000000000000, 'other branch, in TSX, TSX abort'", "0600000000000000, reserved type 6"})
    void explainsTheInfoOfARecord(String info, String words) {
        assertEquals(words, LbrWords.info(Long.parseUnsignedLong(info, 16)));
    }

    @Test
    void savingWithXsavesStopsTheRecording() {
        byte[] register = bytes().putLong(0, 0x7f_0003).array();
        feature.registerBehaviour(AddressWidths.WIDEST).savedByXsaves(MemorySegment.ofArray(register));
        assertEquals(bytes().putLong(0, 0x7f_0002), ByteBuffer.wrap(register).order(ByteOrder.LITTLE_ENDIAN));
    }

    @ParameterizedTest
    @CsvSource({"10, false", "8000, false", "800000, false", "7f000f, true"})
    void refusesReservedBitsOfControl(String ctl, boolean taken) {
        byte[] memory = bytes().putLong(0, Long.parseLong(ctl, 16)).array();
        Load load = feature.registerBehaviour(AddressWidths.WIDEST).load(MemorySegment.ofArray(memory),
                MemorySegment.ofArray(new byte[808]));
        assertEquals(taken, load instanceof Load.Accept);
    }

    @Test
    void linuxKeepsItOutOfTheTasksBuffer() {
        assertEquals("independent", feature.restorePolicy().label());
    }
}
