package org.xstate.analysis.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.api.XFeatureMask;

/** The rules of SDM volume 1, section 13.3, as somebody meets them who switches bits one at a time. */
class EnablingSwitchTest {

    private static EnablingSwitch on(String cpu) {
        return new EnablingSwitch(Samples.cpu(cpu), Samples.CATALOG);
    }

    private static XFeatureMask mask(long bits) {
        return new XFeatureMask(bits);
    }

    @Test
    void settingOpmaskSetsAvx512WithAvxAndSse() {
        EnablingSwitch.Outcome outcome = on("spr").setXcr0(mask(1), 5);
        assertEquals(mask(0xe7), outcome.value());
        String said = String.join("\n", outcome.sentences());
        assertTrue(said.contains("ZMM_Hi256 (bit 6), Hi16_ZMM (bit 7) set too"), said);
        assertTrue(said.contains("SSE (bit 1) set too: AVX (bit 2) needs it"), said);
        assertTrue(said.contains("SDM volume 1, section 13.3"), said);
    }

    @Test
    void clearingSseClearsAvxAndWithItAvx512() {
        EnablingSwitch.Outcome outcome = on("spr").clearXcr0(mask(0x602e7), 1);
        assertEquals(mask(0x60201), outcome.value());
        String said = String.join("\n", outcome.sentences());
        assertTrue(said.contains("AVX (bit 2) cleared too: it needs SSE (bit 1)"), said);
    }

    @Test
    void clearingOneBitOfAvx512ClearsAllThree() {
        assertEquals(mask(0x60207), on("spr").clearXcr0(mask(0x602e7), 6).value());
    }

    @Test
    void theTwoBitsOfAmxAreSwitchedTogether() {
        assertEquals(mask(0x60001), on("spr").setXcr0(mask(1), 17).value());
        assertEquals(mask(1), on("spr").clearXcr0(mask(0x60001), 18).value());
    }

    @Test
    void x87StaysSet() {
        EnablingSwitch.Outcome outcome = on("zen3").clearXcr0(mask(0x207), 0);
        assertEquals(mask(0x207), outcome.value());
        assertEquals(List.of(
                "x87 (bit 0) stays set: XSETBV with it clear faults with #GP(0) (SDM volume 1, section 13.3)"),
                outcome.sentences());
    }

    @Test
    void whatTheCpuDoesNotEnumerateStaysClear() {
        EnablingSwitch.Outcome outcome = on("zen3").setXcr0(mask(0x207), 5);
        assertEquals(mask(0x207), outcome.value());
        assertEquals(List.of(
                "XSETBV of XCR0 = 0x2e7 faults with #GP(0): 0xe0 are not enumerated in CPUID.(D,0).EDX:EAX = 0x207"),
                outcome.sentences());
    }

    @Test
    void bitsOfXssDoNotDependOnEachOther() {
        EnablingSwitch.Outcome outcome = on("zen3").xss(XFeatureMask.NONE, 12, true);
        assertEquals(mask(0x1000), outcome.value());
        assertEquals(List.of(), outcome.sentences());
    }

    @Test
    void aSupervisorComponentThatIsNotEnumeratedStaysClear() {
        EnablingSwitch.Outcome outcome = on("zen3").xss(XFeatureMask.NONE, 10, true);
        assertEquals(XFeatureMask.NONE, outcome.value());
        assertTrue(outcome.sentences().getFirst().contains("not enumerated in CPUID.(D,1).EDX:ECX = 0x1800"),
                outcome.sentences().toString());
    }

    @Test
    void withoutXsavesThereIsNoXss() {
        EnablingSwitch.Outcome outcome = on("haswell").xss(XFeatureMask.NONE, 8, true);
        assertTrue(outcome.sentences().getFirst().contains("the CPU has no IA32_XSS"),
                outcome.sentences().toString());
    }

    @Test
    void whateverIsSwitchedXsetbvTakesTheResult() {
        for (String cpu : List.of("zen3", "spr", "haswell", "apx")) {
            EnablingSwitch bits = on(cpu);
            for (int first = 0; first < 20; first++) {
                XFeatureMask one = bits.setXcr0(mask(1), first).value();
                for (int second = 0; second < 20; second++) {
                    assertTaken(cpu, bits.setXcr0(one, second).value());
                    assertTaken(cpu, bits.clearXcr0(one, second).value());
                }
            }
        }
    }

    private static void assertTaken(String cpu, XFeatureMask value) {
        assertEquals(List.of(),
                org.xstate.layout.cpu.EnablingRules.xcr0(value, Samples.cpu(cpu), Samples.CATALOG),
                cpu + " " + value);
    }
}
