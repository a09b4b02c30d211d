package org.xstate.features.cet.internal;

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
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.tck.GivenComponent;

class CetFeaturesTest {

    private static final AddressWidths FOUR_LEVELS = new AddressWidths(48, 46);

    private final CetUserFeature user = new CetUserFeature();
    private final CetSupervisorFeature supervisor = new CetSupervisorFeature();

    private static byte[] bytes(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }

    private static boolean taken(RegisterBehaviour behaviour, byte[] memory) {
        return behaviour.load(MemorySegment.ofArray(memory),
                MemorySegment.ofArray(new byte[memory.length])) instanceof Load.Accept;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 37f767774068, true", "3, 14d6efbd6b80, true",
        "7fff00001001, 20a63302ef38, true",
        "800, b2e82f1a418, true", "400, 0, true", "c00, 0, false", "40, 0, false", "200, 0, false",
        "0, 1, false", "0, 2, false", "0, 4, true", "800000000000, 0, false", "0, 800000000000, false",
        "0, ffff800000000000, true", "ffff800000000000, 0, true"})
    void userStateLoadsWhatWrmsrTakes(String control, String ssp, boolean taken) {
        byte[] memory = bytes(Long.parseUnsignedLong(control, 16), Long.parseUnsignedLong(ssp, 16));
        assertEquals(taken, taken(user.registerBehaviour(FOUR_LEVELS), memory));
    }

    @Test
    void addressesAreCanonicalForTheProcessorAtHand() {
        byte[] above48 = bytes(0, 0x0080_0000_0000_0000L);
        assertEquals(true, taken(user.registerBehaviour(new AddressWidths(57, 52)), above48));
        assertEquals(false, taken(user.registerBehaviour(FOUR_LEVELS), above48));
        assertEquals(false,
                taken(user.registerBehaviour(AddressWidths.WIDEST), bytes(0, 0x0100_0000_0000_0000L)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, true", "0, false", "1, false", "2, false"})
    void eachSupervisorPointerIsChecked(int index, boolean legal) {
        long[] pointers = {0xffff_805b_fec1_09f8L, 0xffff_80c3_c866_9cb0L, 0xffff_80ba_92cc_fd60L};
        pointers[index] |= legal ? 0 : 2;
        assertEquals(legal, taken(supervisor.registerBehaviour(FOUR_LEVELS), bytes(pointers)));
    }

    @Test
    void everyBitOfUserControlIsNamed() {
        Map<String, DecodedField> fields = GivenComponent
                .of(user.descriptor(), bytes(0x7f00_0000_0c3fL, 0x7fff_f000L)).decodedBy(user);
        assertEquals("SH_STK_EN, WR_SHSTK_EN, ENDBR_EN, LEG_IW_EN, NO_TRACK_EN, SUPPRESS_DIS, SUPPRESS, "
                + "TRACKER (waiting for ENDBRANCH), EB_LEG_BITMAP_BASE 0x7f0000000000",
                fields.get("u_cet").meaning());
        assertEquals("0x7ffff000", fields.get("pl3_ssp").text());
        assertEquals("", fields.get("pl3_ssp").meaning());
    }

    @Test
    void anIllegalPointerIsSaid() {
        assertEquals("XRSTORS refuses it", GivenComponent.of(supervisor.descriptor(), bytes(0, 1, 0))
                .decodedBy(supervisor).get("pl1_ssp").meaning());
    }

    @Test
    void linuxKeepsUserStateForTasksAndSupervisorStateForGuests() {
        assertEquals("on-return-to-user", user.restorePolicy().label());
        assertEquals("guest-only", supervisor.restorePolicy().label());
        assertEquals(16, user.descriptor().size());
        assertEquals(24, supervisor.descriptor().size());
    }
}
