package org.xstate.features.cet.internal;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * CET_S: IA32_PL0_SSP, IA32_PL1_SSP and IA32_PL2_SSP (MSRs 0x6A4 to 0x6A6), SDM volume 1, section 13.5.9. IA32_S_CET and
 * IA32_INTERRUPT_SSP_TABLE_ADDR are not in it. Linux has it only in guest buffers (8b05b3c98816, 6.17), for KVM since
 * 6.18.
 */
public final class CetSupervisorFeature implements XFeatureProvider {

    private static final int CR4_CET = 23;
    private static final int POINTERS = 3;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.supervisor(12, "CET_S", 24)
                .linuxName("CET_KERNEL")
                .cr4(CR4_CET).cpuid(7, 0, CpuidBit.Register.ECX, 7, "CET_SS");
        for (int i = 0; i < POINTERS; i++) {
            builder.field(FieldDescriptor.hex(8 * i, 8, "pl" + i + "_ssp").meaning(CetMsrs::pointer));
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
        return new RestorePolicy.GuestOnly();
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(
                List.of(ModelText.resource(CetSupervisorFeature.class, "cet/supervisor-registers.c")),
                List.of());
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new WrmsrChecks(widths);
    }

    /** Shadow stacks of rings 0 to 2 in different places. */
    @Override
    public byte[] example(int ordinal, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < POINTERS; i++) {
            bytes.putLong(8 * i, 0x1000_0000L * (i + 1) | (long) ordinal << 12);
        }
        return bytes.array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** XRSTORS checks what WRMSR does. */
    private record WrmsrChecks(AddressWidths widths) implements RegisterBehaviour {

        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            for (int i = 0; i < POINTERS; i++) {
                Optional<String> refused = CetMsrs.refusedPointer("IA32_PL" + i + "_SSP",
                        memory.get(ComponentView.LE64, 8 * i), widths);
                if (refused.isPresent()) {
                    return new Load.Fault(refused.get());
                }
            }
            return new Load.Accept();
        }
    }
}
