package org.xstate.features.mpx.internal;

import static org.xstate.api.BitWords.address;
import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.reserved;

import java.util.List;

import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * BNDCSR: BNDCFGU and BNDSTATUS (SDM volume 1, section 13.5.4); the other 48 bytes are reserved. XRSTOR is the only way
 * for user code to write BNDCFGU. It is a user component: the manual lists no #GP of XRSTOR for its contents.
 */
public final class BndcsrFeature implements XFeatureProvider {

    private static final long PAGE_MASK = -1L << 12;

    private static final BitWords BNDCFGU = BitWords.of("disabled", flag(0, "EN"),
            flag(1, "BNDPRESERVE"), address(PAGE_MASK, "bound directory at"), reserved(0xffc));
    private static final BitWords BNDSTATUS = BitWords.of("",
            choice(0, 2, "no error", "bound violation", "invalid bound directory entry"),
            address(-1L << 2, "entry at"));

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.user(4, "BNDCSR", 64)
            .together(3, 4).conflicts(19).cpuid(7, 0, CpuidBit.Register.EBX, 14, "MPX")
            .field(FieldDescriptor.hex(0, 8, "bndcfgu").meaning(BNDCFGU))
            .field(FieldDescriptor.hex(8, 8, "bndstatus").meaning(BNDSTATUS)).build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }
}
