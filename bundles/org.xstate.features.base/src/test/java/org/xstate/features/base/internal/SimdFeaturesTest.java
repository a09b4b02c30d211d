package org.xstate.features.base.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.GivenComponent;

class SimdFeaturesTest {

    private final SseFeature sse = new SseFeature();
    private final AvxFeature avx = new AvxFeature();
    private final ZmmHi256Feature zmmHi256 = new ZmmHi256Feature();
    private final Hi16ZmmFeature hi16Zmm = new Hi16ZmmFeature();

    /** Byte i of register n, counted through the whole component, so that every piece is different. */
    private static GivenComponent counted(XFeatureProvider provider, int start) {
        byte[] bytes = new byte[provider.descriptor().size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (start + i);
        }
        return GivenComponent.of(provider.descriptor(), bytes);
    }

    @ParameterizedTest
    @CsvSource({"0, x87, FP, 160", "1, SSE, SSE, 256", "2, AVX, YMM, 256", "5, opmask, OPMASK, 64",
        "6, ZMM_Hi256, ZMM_Hi256, 512", "7, Hi16_ZMM, Hi16_ZMM, 1024"})
    void numbersNamesAndSizesAreTheManuals(int number, String name, String linuxName, int size) {
        XFeatureDescriptor descriptor = new BaseContractTest().providers().stream()
                .map(XFeatureProvider::descriptor).filter(d -> d.number() == number).findFirst()
                .orElseThrow();
        assertEquals(List.of(name, linuxName, size),
                List.of(descriptor.name(), descriptor.linuxName(), descriptor.size()));
        assertTrue(descriptor.isUser());
        assertFalse(descriptor.align64());
        assertFalse(descriptor.xfd());
    }

    @Test
    void avxNeedsSseAndAvx512NeedsAvxAndStandsTogether() {
        assertEquals(XFeatureMask.of(1), avx.descriptor().requires());
        for (XFeatureProvider provider : List.of(new OpmaskFeature(), zmmHi256, hi16Zmm)) {
            assertEquals(XFeatureMask.of(2), provider.descriptor().requires());
            assertEquals(XFeatureMask.of(5, 6, 7), provider.descriptor().together());
        }
    }

    @ParameterizedTest
    @CsvSource({"1f80, 'round to nearest, all exceptions masked'",
        "9fc5, 'round to nearest, all exceptions masked, FZ (flush to zero), DAZ (denormals are zero), IE, ZE'",
        "1fa1, 'round to nearest, all exceptions masked, IE, PE'",
        "7f80, 'round toward zero, all exceptions masked'",
        "1d00, 'round to nearest, unmasked: invalid divide-by-zero'",
        "21f80, 'round to nearest, all exceptions masked, MM (misaligned access allowed, AMD)'",
        "11f80, 'round to nearest, all exceptions masked, reserved bits 0x10000 set'"})
    void readsMxcsr(String mxcsr, String words) {
        assertEquals(words, MxcsrWords.control(Long.parseLong(mxcsr, 16)));
    }

    @Test
    void readsTheMasksOfBothVendorsAndTheMissingOne() {
        assertEquals("MXCSR bits that may be set: 0xffff", MxcsrWords.mask(0xffff));
        assertEquals("MXCSR bits that may be set: 0x2ffff, with MM (AMD)", MxcsrWords.mask(0x2ffff));
        assertEquals("not written; stands for 0xffbf (no DAZ) on processors that store 0",
                MxcsrWords.mask(0));
    }

    @Test
    void mxcsrComesFromTheImageWhateverTheComponentHolds() {
        Map<String, DecodedField> registers = counted(sse, 0).mxcsr(0x9fc5, 0x2ffff).registersBy(sse);
        assertEquals("40901", registers.get("mxcsr").text());
        assertEquals("196607", registers.get("mxcsr_mask").text());
    }

    @Test
    void joinsYmmFromItsTwoHalves() {
        GivenComponent view = counted(avx, 0x80).beside(counted(sse, 0));
        Map<String, DecodedField> registers = view.registersBy(avx);
        assertEquals(16, registers.size());
        assertEquals("9f9e9d9c9b9a999897969594939291901f1e1d1c1b1a19181716151413121110",
                registers.get("ymm1").text());
    }

    @Test
    void joinsZmmFromItsThreePieces() {
        GivenComponent view = counted(zmmHi256, 0x40).beside(counted(avx, 0x80)).beside(counted(sse, 0));
        assertEquals("5f5e5d5c5b5a595857565554535251504f4e4d4c4b4a49484746454443424140"
                + "8f8e8d8c8b8a898887868584838281800f0e0d0c0b0a09080706050403020100",
                view.registersBy(zmmHi256).get("zmm0").text());
    }

    @Test
    void upperZmmRegistersAreWholeAndNumberedFrom16() {
        Map<String, DecodedField> registers = counted(hi16Zmm, 0).registersBy(hi16Zmm);
        assertEquals("zmm16", registers.keySet().iterator().next());
        assertTrue(registers.get("zmm31").text().startsWith("fffefd"));
        assertEquals(128, registers.get("zmm31").text().length());
    }

    @Test
    void a32BitTaskHasEightVectorRegistersAndNoUpperZmm() {
        GivenComponent vectors = counted(zmmHi256, 0).beside(counted(avx, 0)).beside(counted(sse, 0))
                .mode32();
        assertEquals(8, vectors.registersBy(zmmHi256).size());
        assertEquals(8, counted(avx, 0).beside(counted(sse, 0)).mode32().registersBy(avx).size());
        assertEquals(10, counted(sse, 0).mode32().registersBy(sse).size());
        assertEquals(Map.of(), counted(hi16Zmm, 0).mode32().registersBy(hi16Zmm));
        assertEquals(8, counted(new OpmaskFeature(), 0).mode32().registersBy(new OpmaskFeature()).size());
    }

    @Test
    void opmasksAreEightBytesOfHex() {
        assertEquals("0xf0e0d0c0b0a0908",
                counted(new OpmaskFeature(), 0).registersBy(new OpmaskFeature()).get("k1").text());
    }

    @Test
    void withoutTheLowerPiecesThereIsNoRegisterToShow() {
        assertEquals(Map.of(), counted(avx, 0).registersBy(avx));
        assertEquals(Map.of(), counted(zmmHi256, 0).beside(counted(sse, 0)).registersBy(zmmHi256));
    }
}
