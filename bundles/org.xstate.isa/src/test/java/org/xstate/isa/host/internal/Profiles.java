package org.xstate.isa.host.internal;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpuid.CpuidTable;

/** Machines that need not be there. Numbers from public CPUID dumps. */
final class Profiles {

    private Profiles() {
    }

    /** Sapphire Rapids with XCR0 602E7H. @param amx whether the kernel grants tiles */
    static HostProfile sapphireRapids(boolean amx) {
        CpuidTable table = CpuidTable.builder()
                .put(0, 0, 0x20, 0x756e6547, 0x6c65746e, 0x49656e69)
                .put(1, 0, 0x000806f8, 0, 1 << 26 | 1 << 27, 0)
                .put(7, 0, 0, 1 << 6 | 1 << 13, 0, 0)
                .put(0xd, 0, 0x602e7, 11008, 11008, 0)
                .put(0xd, 1, 0x1f, 10752, 0x5800, 0)
                .put(0xd, 2, 256, 576, 0, 0).put(0xd, 5, 64, 1088, 0, 0)
                .put(0xd, 6, 512, 1152, 0, 0).put(0xd, 7, 1024, 1664, 0, 0)
                .put(0xd, 9, 8, 2688, 0, 0).put(0xd, 11, 16, 0, 1, 0).put(0xd, 12, 24, 0, 1, 0)
                .put(0xd, 14, 48, 0, 1, 0)
                .put(0xd, 17, 64, 2752, 2, 0).put(0xd, 18, 8192, 2816, 6, 0).build();
        FeatureCatalog catalog = FeatureCatalog.load(Profiles.class.getClassLoader());
        XsaveCpu cpu = CpuReading.of(table, catalog).cpu().orElseThrow();
        return HostProfile.of(cpu, AddressWidths.WIDEST, catalog, new XFeatureMask(0x602e7), amx);
    }
}
