package org.xstate.features.uintr.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.RegisterBehaviour;

/**
 * XSAVES clears UINV once it is saved, so that no notification is taken for a task that is switched out; XRSTORS refuses
 * to load the component while UINV is not 0. Values are checked as WRMSR checks them.
 */
record UintrBehaviour(AddressWidths widths) implements RegisterBehaviour {

    private static final int UINV = 20;
    /** Of the eight bytes at 16: between UINV and UIF in bit 63. */
    private static final long MISC_RESERVED = 0x7fff_ff00_0000_0000L;

    @Override
    public Load load(MemorySegment memory, MemorySegment register) {
        int uinv = Byte.toUnsignedInt(register.get(ValueLayout.JAVA_BYTE, UINV));
        if (uinv != 0) {
            return new Load.Fault(
                    "UINV is " + uinv + " in the register; XRSTORS loads UINTR only while it is 0");
        }
        long misc = memory.get(ComponentView.LE64, 16);
        if ((misc & MISC_RESERVED) != 0) {
            return fault("IA32_UINTR_MISC", misc, "bits 62:40 are reserved");
        }
        String refused = first(address(memory, 0, "IA32_UINTR_HANDLER", 0),
                address(memory, 8, "IA32_UINTR_STACKADJUST", reserved(UintrFeature.STACKADJUST)),
                address(memory, 24, "IA32_UINTR_PD", reserved(UintrFeature.UPIDADDR)),
                address(memory, 40, "IA32_UINTR_TT", reserved(UintrFeature.UITTADDR)));
        return refused.isEmpty() ? new Load.Accept() : new Load.Fault(refused);
    }

    @Override
    public void savedByXsaves(MemorySegment register) {
        register.set(ValueLayout.JAVA_BYTE, UINV, (byte) 0);
    }

    private static long reserved(BitWords register) {
        return register.reservedBits();
    }

    private String address(MemorySegment memory, int offset, String msr, long reserved) {
        long value = memory.get(ComponentView.LE64, offset);
        if ((value & reserved) != 0) {
            return text(msr, value, "reserved bits are set");
        }
        return widths.canonical(value) ? "" : text(msr, value, "it is not canonical");
    }

    private static String first(String... reasons) {
        for (String reason : reasons) {
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    private static Load fault(String msr, long value, String reason) {
        return new Load.Fault(text(msr, value, reason));
    }

    private static String text(String msr, long value, String reason) {
        return msr + " 0x" + Long.toHexString(value) + ": " + reason;
    }
}
