package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.mask;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.FeatureCatalog;

/** SDM volume 1, section 13.3, and volume 2, XSETBV. */
class EnablingRulesTest {

    private static List<String> xcr0(String profile, long value) {
        return EnablingRules.xcr0(mask(value), cpu(profile), CATALOG).stream()
                .map(EnablingRules.Refusal::reason)
                .toList();
    }

    @ParameterizedTest(name = "XCR0 {1} on {0}")
    @CsvSource({"zen3, 0x1", "zen3, 0x3", "zen3, 0x7", "zen3, 0x207", "zen3, 0x201", "skylake, 0x1f",
        "skylake, 0x19",
        "skylake-sp, 0xe7", "skylake-sp, 0x2ff", "sapphirerapids, 0x602e7", "sapphirerapids, 0x60001",
        "apx, 0x80001", "apx, 0xe02e7", "bulldozer, 0x4000000000000007", "goldmont, 0x1b"})
    void legalValuesAreTaken(String profile, String value) {
        assertEquals(List.of(), xcr0(profile, Long.decode(value)));
    }

    @ParameterizedTest(name = "XCR0 {1} on {0}: {2}")
    @CsvSource(delimiter = '|', value = {"zen3 | 0x6 | x87 (bit 0) must stay 1",
        "zen3 | 0x0 | x87 (bit 0) must stay 1",
        "zen3 | 0x5 | AVX needs SSE (bit 1)",
        "skylake | 0xf | BNDREGS (bit 3), BNDCSR (bit 4) must be set or clear together",
        "skylake | 0x17 | BNDREGS (bit 3), BNDCSR (bit 4) must be set or clear together",
        "sapphirerapids | 0x202e7 | XTILECFG (bit 17), XTILEDATA (bit 18) must be set or clear together",
        "sapphirerapids | 0x402e7 | XTILECFG (bit 17), XTILEDATA (bit 18) must be set or clear together",
        "skylake-sp | 0x27 | opmask (bit 5), ZMM_Hi256 (bit 6), Hi16_ZMM (bit 7) must be set or clear together",
        "skylake-sp | 0x67 | opmask (bit 5), ZMM_Hi256 (bit 6), Hi16_ZMM (bit 7) must be set or clear together",
        "skylake-sp | 0xc7 | opmask (bit 5), ZMM_Hi256 (bit 6), Hi16_ZMM (bit 7) must be set or clear together",
        "zen3 | 0xe7 | 0xe0 are not enumerated in CPUID.(D,0).EDX:EAX = 0x207",
        "zen3 | 0x807 | 0x800 is not enumerated in CPUID.(D,0).EDX:EAX = 0x207"})
    void everyBrokenRuleIsNamedOnce(String profile, String value, String reason) {
        assertEquals(List.of(reason), xcr0(profile, Long.decode(value)));
    }

    @Test
    void avx512NeedsAvx() {
        List<String> reasons = xcr0("skylake-sp", 0xe3);
        assertEquals(
                List.of("opmask needs AVX (bit 2)", "ZMM_Hi256 needs AVX (bit 2)",
                        "Hi16_ZMM needs AVX (bit 2)"),
                reasons);
    }

    @Test
    void lightweightProfilingNeedsSseAndAvx() {
        List<EnablingRules.Refusal> refusals = EnablingRules.xcr0(mask(1L << 62 | 1), cpu("bulldozer"),
                CATALOG);
        assertEquals(1, refusals.size());
        assertEquals(mask(6), refusals.getFirst().bits());
        assertTrue(refusals.getFirst().reason().startsWith("LWP needs "), refusals.toString());
    }

    @Test
    void apxAndMpxExcludeEachOther() {
        List<EnablingRules.Refusal> refusals = EnablingRules.xcr0(mask(0x8001f), mask(0x8001f), CATALOG);
        assertTrue(refusals.stream().anyMatch(
                r -> r.reason().equals("APX cannot be set together with BNDREGS (bit 3), BNDCSR (bit 4)")
                        && r.bits().equals(mask(0x80018))),
                refusals.toString());
    }

    @Test
    void bit63IsRefusedEvenIfADamagedSourceEnumeratesIt() {
        assertEquals(mask(1L << 63),
                EnablingRules.xcr0(mask(1L << 63 | 1), mask(-1), CATALOG).getFirst().bits());
    }

    @Test
    void aComponentThatNobodyDescribesMustOnlyBeEnumerated() {
        assertEquals(List.of(), EnablingRules.xcr0(mask(1L << 40 | 1), mask(1L << 40 | 1), CATALOG));
        assertEquals(List.of(), EnablingRules.xcr0(mask(0), mask(7), FeatureCatalog.of(List.of())));
    }

    @Test
    void xssTakesAnySubsetOfWhatIsEnumerated() {
        for (long value : new long[]{0, 0x800, 0x1000, 0x1800}) {
            assertEquals(List.of(), EnablingRules.xss(mask(value), cpu("zen3")));
        }
        EnablingRules.Refusal refusal = EnablingRules.xss(mask(0x1900), cpu("zen3")).getFirst();
        assertEquals("0x100 is not enumerated in CPUID.(D,1).EDX:ECX = 0x1800", refusal.reason());
        assertEquals(mask(0x100), refusal.bits());
        assertEquals(1, EnablingRules.xss(mask(1), cpu("zen3")).size());
    }

    @Test
    void withoutXsavesThereIsNoXssAtAll() {
        assertEquals("the CPU has no IA32_XSS: CPUID.(D,1).EAX[3] is 0",
                EnablingRules.xss(mask(0), cpu("haswell")).getFirst().reason());
    }
}
