package org.xstate.layout.cpu;

import org.xstate.api.AddressWidths;
import org.xstate.layout.cpuid.CpuidTable;

/** Reads how wide a processor's addresses are. */
public final class CpuAddressWidths {

    private static final int LEAF = 0x80000008;

    private CpuAddressWidths() {
    }

    /** From CPUID.80000008H:EAX; the widest there are if the source does not tell, or tells what cannot be. */
    public static AddressWidths of(CpuidTable table) {
        return table.get(LEAF).map(registers -> registers.eax()).map(eax -> {
            int physical = eax & 0xff;
            int linear = eax >>> 8 & 0xff;
            boolean possible = linear >= 32 && linear <= 64 && physical >= 32 && physical <= 52;
            return possible ? new AddressWidths(linear, physical) : AddressWidths.WIDEST;
        }).orElse(AddressWidths.WIDEST);
    }
}
