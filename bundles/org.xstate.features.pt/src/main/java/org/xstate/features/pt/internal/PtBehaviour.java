package org.xstate.features.pt.internal;

import java.lang.foreign.MemorySegment;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.RegisterBehaviour;

/**
 * XSAVES clears TraceEn once it is saved. While TraceEn is 1 the MSRs take no writes, so XRSTORS neither loads nor
 * initialises them. Values are checked as WRMSR checks them, for the bits that no processor has.
 */
record PtBehaviour(AddressWidths widths) implements RegisterBehaviour {

    private static final int FIRST_RANGE = 40;
    private static final int LAST_RANGE = 96;

    @Override
    public Load load(MemorySegment memory, MemorySegment register) {
        if (tracing(register)) {
            return whileTracing();
        }
        String refused = reserved(memory, 0, "IA32_RTIT_CTL", PtMsrs.CTL)
                + reserved(memory, 8, "IA32_RTIT_OUTPUT_BASE", PtMsrs.OUTPUT_BASE)
                + reserved(memory, 24, "IA32_RTIT_STATUS", PtMsrs.STATUS)
                + reserved(memory, 32, "IA32_RTIT_CR3_MATCH", PtMsrs.CR3_MATCH) + addresses(memory);
        return refused.isEmpty() ? new Load.Accept() : new Load.Fault(refused.strip());
    }

    @Override
    public Load initialise(MemorySegment register) {
        return tracing(register) ? whileTracing() : new Load.Accept();
    }

    @Override
    public void savedByXsaves(MemorySegment register) {
        register.set(ComponentView.LE64, 0, register.get(ComponentView.LE64, 0) & ~PtMsrs.TRACE_EN);
    }

    private static boolean tracing(MemorySegment register) {
        return (register.get(ComponentView.LE64, 0) & PtMsrs.TRACE_EN) != 0;
    }

    private static Load whileTracing() {
        return new Load.Fault("IA32_RTIT_CTL.TraceEn is 1: the trace MSRs take no writes");
    }

    private static String reserved(MemorySegment memory, int offset, String msr, BitWords bits) {
        long value = memory.get(ComponentView.LE64, offset);
        return (value & bits.reservedBits()) == 0
                ? ""
                : " " + msr + " 0x" + Long.toHexString(value) + " has reserved bits set.";
    }

    private String addresses(MemorySegment memory) {
        StringBuilder refused = new StringBuilder();
        long base = memory.get(ComponentView.LE64, 8);
        if (!widths.isPhysical(base)) {
            refused.append(" IA32_RTIT_OUTPUT_BASE 0x").append(Long.toHexString(base))
                    .append(" is beyond MAXPHYADDR.");
        }
        for (int offset = FIRST_RANGE; offset <= LAST_RANGE; offset += 8) {
            long address = memory.get(ComponentView.LE64, offset);
            if (!widths.canonical(address)) {
                refused.append(" IA32_RTIT_ADDR").append((offset - FIRST_RANGE) / 16)
                        .append((offset - FIRST_RANGE) % 16 == 0 ? "_A 0x" : "_B 0x")
                        .append(Long.toHexString(address)).append(" is not canonical.");
            }
        }
        return refused.toString();
    }
}
