package org.xstate.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;

import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/** All legal masks of every profile against an independent computation straight from the CPUID words. */
class LayoutPropertyTest {

    private static final int MOST = 1 << 12;

    /** Offsets by component, -1 without a place; element 63 is the size. */
    private static int[] standard(CpuidTable table, long mask) {
        int[] places = new int[64];
        int end = 576;
        for (int i = 2; i < 63; i++) {
            places[i] = -1;
            if ((mask >> i & 1) == 1) {
                CpuidRegisters r = table.get(0xd, i).orElseThrow();
                if (r.ecx() % 2 == 0) {
                    places[i] = r.ebx();
                    end = Math.max(end, r.ebx() + r.eax());
                }
            }
        }
        places[63] = end;
        return places;
    }

    private static int[] compacted(CpuidTable table, long mask) {
        int[] places = new int[64];
        int at = 576;
        for (int i = 2; i < 63; i++) {
            places[i] = -1;
            if ((mask >> i & 1) == 1) {
                CpuidRegisters r = table.get(0xd, i).orElseThrow();
                while ((r.ecx() & 2) != 0 && at % 64 != 0) {
                    at++;
                }
                places[i] = at;
                at += r.eax();
            }
        }
        places[63] = at;
        return places;
    }

    private static void assertPlaces(int[] expected, XsaveLayout layout, String what) {
        assertEquals(expected[63], layout.size(), what);
        for (int i = 2; i < 63; i++) {
            assertEquals(expected[i], layout.placement(i).map(Placement::offset).orElse(-1),
                    what + " component " + i);
        }
    }

    @Test
    @Tag("many-inputs")
    void everyLegalMaskHasThePlacesThatCpuidGives() {
        Random random = new Random(13);
        int legal = 0;
        for (CpuProfile profile : CpuProfiles.all()) {
            XsaveCpu cpu = profile.read(CATALOG).cpu().orElseThrow();
            int bits = cpu.all().count();
            for (int i = 0; i < Math.min(MOST, 1 << bits); i++) {
                long all = cpu.all().bits();
                long mask = Long.expand(bits <= 12 ? i : random.nextLong(), all) | 1;
                XFeatureMask xcr0 = new XFeatureMask(mask).and(cpu.xcr0());
                XFeatureMask both = new XFeatureMask(mask);
                String what = profile.id() + " " + both;
                if (EnablingRules.xcr0(xcr0, cpu, CATALOG).isEmpty()) {
                    legal++;
                    assertPlaces(standard(profile.table(), mask), XsaveLayout.standard(cpu, both), what);
                    assertPlaces(compacted(profile.table(), mask), XsaveLayout.compacted(cpu, both), what);
                }
            }
        }
        assertTrue(legal > 1000, legal + " masks");
    }

    @Test
    void componentsNeverOverlapAndHolesFillTheRest() {
        for (CpuProfile profile : CpuProfiles.all()) {
            XsaveCpu cpu = profile.read(CATALOG).cpu().orElseThrow();
            for (XsaveLayout layout : new XsaveLayout[]{XsaveLayout.standard(cpu, cpu.xcr0()),
                XsaveLayout.compacted(cpu, cpu.all())}) {
                boolean[] taken = new boolean[layout.size()];
                for (Placement p : layout.byOffset()) {
                    claim(taken, p.offset(), p.size(), profile.id());
                }
                for (Hole hole : layout.holes()) {
                    claim(taken, hole.offset(), hole.size(), profile.id());
                }
                for (int i = 576; i < taken.length; i++) {
                    assertTrue(taken[i], profile.id() + " byte " + i);
                }
            }
        }
    }

    private static void claim(boolean[] taken, int offset, int size, String what) {
        for (int i = offset; i < offset + size; i++) {
            assertTrue(!taken[i], what + " byte " + i + " twice");
            taken[i] = true;
        }
    }
}
