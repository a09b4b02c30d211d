package org.xstate.features.pt.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.xstate.api.AddressWidths;
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
 * PT: the processor-trace MSRs IA32_RTIT_* (SDM volume 1, section 13.5.6; volume 3, chapter on Intel PT). Linux names
 * the component PT_UNIMPLEMENTED_SO_FAR, does not enable it in IA32_XSS and switches the MSRs itself in perf and KVM.
 */
public final class PtFeature implements XFeatureProvider {

    private static final int RANGES = 4;
    private static final int FIRST_RANGE = 40;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.supervisor(8, "PT", 128)
                .linuxName("PT_UNIMPLEMENTED_SO_FAR")
                .cpuid(7, 0, CpuidBit.Register.EBX, 25, "INTEL_PT")
                .field(FieldDescriptor.hex(0, 8, "rtit_ctl").meaning(PtMsrs::control))
                .field(FieldDescriptor.hex(8, 8, "rtit_output_base").meaning(PtMsrs.OUTPUT_BASE))
                .field(FieldDescriptor.hex(16, 8, "rtit_output_mask_ptrs").meaning(PtMsrs::pointers))
                .field(FieldDescriptor.hex(24, 8, "rtit_status").meaning(PtMsrs.STATUS))
                .field(FieldDescriptor.hex(32, 8, "rtit_cr3_match").meaning(PtMsrs.CR3_MATCH));
        for (int i = 0; i < RANGES; i++) {
            builder.field(FieldDescriptor.hex(FIRST_RANGE + 16 * i, 8, "rtit_addr" + i + "_a"))
                    .field(FieldDescriptor.hex(FIRST_RANGE + 16 * i + 8, 8, "rtit_addr" + i + "_b"));
        }
        return builder.build();
    }

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
        return new RestorePolicy.Unused();
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new PtBehaviour(widths);
    }

    /** Not tracing, for different address spaces (IA32_RTIT_CR3_MATCH). */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(32, (long) ordinal << 12)
                .array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }
}
