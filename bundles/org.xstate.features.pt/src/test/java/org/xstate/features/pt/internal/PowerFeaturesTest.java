package org.xstate.features.pt.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.GivenComponent;

class PowerFeaturesTest {

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }

    private static String meaning(XFeatureProvider feature, String field, String hex) {
        return GivenComponent.of(feature.descriptor(), bytes(Long.parseUnsignedLong(hex, 16)))
                .decodedBy(feature)
                .get(field).meaning();
    }

    @Test
    void neitherInitStateIsZero() {
        InitState.Context context = InitState.Context.ofSize(8);
        assertArrayEquals(bytes(1), new HdcFeature().initState().hardware(context));
        assertArrayEquals(bytes(0x8000_ff01L), new HwpFeature().initState().hardware(context));
    }

    @ParameterizedTest
    @CsvSource({
        "8000ff01, 'minimum 1, maximum 255, desired left to hardware, EPP 128, activity window left to hardware'",
        "c1f0102080, 'minimum 128, maximum 32, desired 16, EPP 240, activity window 650 us'",
        "f800040000000000, 'minimum 0, maximum 0, desired left to hardware, EPP 0, activity window left to "
                + "hardware, package control, window valid, EPP valid, desired valid, maximum valid, minimum "
                + "valid'"})
    void explainsAHardwarePStateRequest(String value, String words) {
        assertEquals(words, meaning(new HwpFeature(), "hwp_request", value));
    }

    @Test
    void explainsWhetherTheProcessorMayBeForcedIdle() {
        assertEquals("HDC allowed (HDC_ALLOW_BLOCK)", meaning(new HdcFeature(), "pm_ctl1", "1"));
        assertEquals("HDC blocked", meaning(new HdcFeature(), "pm_ctl1", "0"));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "0, 80000000000", "0, 400000000000000"})
    void refusesReservedBits(String hdc, String hwp) {
        boolean hdcTaken = taken(new HdcFeature(), hdc);
        boolean hwpTaken = taken(new HwpFeature(), hwp);
        assertEquals(hdc.equals("0"), hdcTaken);
        assertEquals(hwp.equals("0"), hwpTaken);
    }

    private static boolean taken(XFeatureProvider feature, String hex) {
        return feature.registerBehaviour(AddressWidths.WIDEST).load(
                MemorySegment.ofArray(bytes(Long.parseUnsignedLong(hex, 16))),
                MemorySegment.ofArray(new byte[8])) instanceof Load.Accept;
    }
}
