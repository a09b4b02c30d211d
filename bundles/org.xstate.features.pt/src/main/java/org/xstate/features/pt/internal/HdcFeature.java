package org.xstate.features.pt.internal;

import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.reserved;

import java.util.List;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * HDC: IA32_PM_CTL1 (MSR 0xDB1), whether the logical processor may be forced idle by hardware duty cycling (SDM volume
 * 1, section 13.5.10). Its initial configuration is not zero: HDC_ALLOW_BLOCK is 1. Linux does not enable it.
 */
public final class HdcFeature implements XFeatureProvider {

    private static final BitWords PM_CTL1 = BitWords.of("",
            choice(0, 1, "HDC blocked", "HDC allowed (HDC_ALLOW_BLOCK)"), reserved(-2L));

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.supervisor(13, "HDC", 8)
            .linuxName("RSRVD_COMP_13").cpuid(6, 0, CpuidBit.Register.EAX, 13, "HDC")
            .field(FieldDescriptor.hex(0, 8, "pm_ctl1").meaning(PM_CTL1)).build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.bytes((byte) 1);
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.Unused();
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new ReservedBits("IA32_PM_CTL1", PM_CTL1);
    }

    /** IA32_PM_CTL1 has one bit, which is set initially. */
    @Override
    public int examples() {
        return 1;
    }

    @Override
    public byte[] example(int ordinal, int size) {
        return new byte[size];
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }
}
