package org.xstate.features.pt.internal;

import java.lang.foreign.MemorySegment;

import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.RegisterBehaviour;

/** A component of one MSR whose reserved bits XRSTORS refuses, as WRMSR does. */
record ReservedBits(String msr, BitWords bits) implements RegisterBehaviour {

    @Override
    public Load load(MemorySegment memory, MemorySegment register) {
        long value = memory.get(ComponentView.LE64, 0);
        return (value & bits.reservedBits()) == 0
                ? new Load.Accept()
                : new Load.Fault(msr + " 0x" + Long.toHexString(value) + " has reserved bits set");
    }
}
