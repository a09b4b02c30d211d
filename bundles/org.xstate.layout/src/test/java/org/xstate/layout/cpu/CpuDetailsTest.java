package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.cpu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.layout.Cpus;
import org.xstate.layout.cpuid.CpuidTable;

/** Identity, instructions and legacy details from the other leaves. */
class CpuDetailsTest {

    private static CpuIdentity signature(int eax) {
        return CpuIdentity.of(CpuidTable.builder().put(1, 0, eax, 0, 0, 0).build());
    }

    @ParameterizedTest(name = "{0}: family {1}, model {2}, stepping {3}")
    @CsvSource({"0x00a00f11, 25, 1, 1", "0x000806f8, 6, 143, 8", "0x00600f12, 21, 1, 2",
        "0x0001067a, 6, 23, 10",
        "0x000307b2, 7, 59, 2", "0x0000543, 5, 4, 3", "0x00f10543, 5, 4, 3", "0x00000f29, 15, 2, 9"})
    void displayFamilyAndModelAddTheExtendedOnes(String eax, int family, int model, int stepping) {
        CpuIdentity identity = signature(Integer.decode(eax));
        assertEquals(OptionalInt.of(family), identity.family());
        assertEquals(OptionalInt.of(model), identity.model());
        assertEquals(OptionalInt.of(stepping), identity.stepping());
        assertTrue(identity.vendor().isEmpty());
    }

    @Test
    void vendorAndBrandAreText() {
        CpuidTable.Builder table = CpuidTable.builder().put(0, 0, 0xd, 0x68747541, 0x444d4163, 0x69746e65)
                .put(0x80000002, 0, 0x20444d41, 0x59504520, 0x37202043, 0x20333137);
        CpuIdentity identity = CpuIdentity.of(table.build());
        assertEquals("AuthenticAMD", identity.vendor().orElseThrow());
        assertEquals("AMD EPYC 7713", identity.brand().orElseThrow());
        assertEquals("AMD EPYC 7713", identity.displayName());
        assertTrue(identity.isAmdLike());
        assertFalse(identity.isIntel());
    }

    @Test
    void unprintableCharactersAndZerosAreNotTakenOver() {
        CpuIdentity odd = CpuIdentity.of(CpuidTable.builder().put(0, 0, 1, 0x00014241, 0, 0).build());
        assertEquals("AB?", odd.vendor().orElseThrow());
        assertTrue(CpuIdentity.of(CpuidTable.builder().put(0, 0, 1, 0, 0, 0).build()).vendor().isEmpty());
    }

    @Test
    void theShortNameFallsBackToVendorAndSignature() {
        assertEquals("unknown CPU", CpuIdentity.UNKNOWN.displayName());
        assertEquals("unknown CPU", signature(0x806f8).displayName());
        assertEquals("GenuineIntel family 6h model 8Fh", cpu("sapphirerapids").identity().displayName());
        assertEquals("CentaurHauls", new CpuIdentity(Optional.of("CentaurHauls"), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty()).displayName());
        assertTrue(cpu("skylake").identity().isIntel());
        assertTrue(signature(0).family().isEmpty());
    }

    @Test
    void hygonCountsAsAmd() {
        assertTrue(new CpuIdentity(Optional.of("HygonGenuine"), OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), Optional.empty()).isAmdLike());
        assertFalse(cpu("zhaoxin").identity().isAmdLike());
    }

    @Test
    void everyInstructionHasItsBit() {
        assertEquals(List.of("XSAVE", "XSAVEOPT", "XSAVEC", "XGETBV(1)", "XSAVES", "XFD"),
                cpu("sapphirerapids").features().names());
        String[] names = {"XSAVEOPT", "XSAVEC", "XGETBV(1)", "XSAVES", "XFD"};
        for (int bit = 0; bit < names.length; bit++) {
            CpuidTable table = Cpus.intel().put(0xd, 1, 1 << bit, 0, 0, 0).build();
            assertEquals(List.of("XSAVE", names[bit]), XsaveFeatures.of(table).names());
        }
    }

    @Test
    void xsaveIsBit26OfLeaf1OrFollowsFromLeafD() {
        assertEquals(List.of(),
                XsaveFeatures.of(CpuidTable.builder().put(1, 0, 0, 0, ~(1 << 26), 0).build()).names());
        assertEquals(List.of(), XsaveFeatures.of(CpuidTable.builder().build()).names());
        assertEquals(List.of("XSAVE"),
                XsaveFeatures.of(CpuidTable.builder().put(0xd, 0, 7, 0, 0, 0).build()).names());
    }

    @Test
    void legacyDetailsComeFromTheirBits() {
        assertEquals(new FpuTraits(0x2ffff, false, false, true, true), cpu("zen3").fpu());
        assertEquals(new FpuTraits(0x2ffff, false, false, true, false), cpu("bulldozer").fpu());
        assertEquals(new FpuTraits(0xffff, true, true, false, false), cpu("icelake").fpu());
        assertEquals(new FpuTraits(0xffff, true, false, false, false), cpu("haswell").fpu());
        assertEquals(new FpuTraits(0xffff, false, false, false, false), cpu("sandybridge").fpu());
        assertEquals(FpuTraits.INTEL, cpu("icelake").fpu());
    }

    @Test
    void anAmdDumpWithoutExtendedLeavesIsTakenToHaveMisalignedSse() {
        CpuidTable amd = CpuidTable.builder().put(0, 0, 0xd, 0x68747541, 0x444d4163, 0x69746e65).build();
        assertEquals(new FpuTraits(0x2ffff, false, false, true, false),
                FpuTraits.of(amd, CpuIdentity.of(amd)));
        CpuidTable none = CpuidTable.builder().build();
        assertEquals(0xffff, FpuTraits.of(none, CpuIdentity.of(none)).mxcsrMask());
    }
}
