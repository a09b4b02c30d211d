package org.xstate.layout.cpu;

import org.xstate.layout.cpuid.CpuidTable;

/**
 * Details of the legacy state that differ between CPUs and show in images.
 *
 * @param mxcsrMask             MXCSR_MASK as the CPU stores it: which MXCSR bits may be 1. Bit 17 (misaligned SSE mode)
 *                              follows CPUID.80000001H:ECX[7].
 * @param selectorsDeprecated   CPUID.(7,0):EBX[13]: FCS and FDS are stored as 0
 * @param fdpOnlyOnException    CPUID.(7,0):EBX[6]: FDP is updated on x87 exceptions only
 * @param pointersOnlyWithError AMD: FOP, FIP and FDP are saved and restored only when FSW.ES is 1 (AMD64 APM volume 2,
 *                              section 11.4.4)
 * @param errorPointersZeroed   CPUID.80000008H:EBX[2]: without an error they are written as 0 rather than left
 */
public record FpuTraits(int mxcsrMask, boolean selectorsDeprecated, boolean fdpOnlyOnException,
        boolean pointersOnlyWithError, boolean errorPointersZeroed) {

    /** Intel's: MXCSR_MASK FFFF, pointers always kept. */
    public static final FpuTraits INTEL = new FpuTraits(0xffff, true, true, false, false);

    public static FpuTraits of(CpuidTable table, CpuIdentity identity) {
        int leaf7 = table.get(7).map(r -> r.ebx()).orElse(0);
        int extended1 = table.get(0x80000001).map(r -> r.ecx()).orElse(identity.isAmdLike() ? 1 << 7 : 0);
        int extended8 = table.get(0x80000008).map(r -> r.ebx()).orElse(0);
        return new FpuTraits(0xffff | (extended1 >>> 7 & 1) << 17, (leaf7 >>> 13 & 1) != 0,
                (leaf7 >>> 6 & 1) != 0,
                identity.isAmdLike(), (extended8 >>> 2 & 1) != 0);
    }
}
