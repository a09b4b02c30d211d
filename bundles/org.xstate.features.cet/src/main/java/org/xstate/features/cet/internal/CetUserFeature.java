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
import org.xstate.api.Lifecycle;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.StatePart;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * CET_U: IA32_U_CET (MSR 0x6A0) and IA32_PL3_SSP (0x6A7), SDM volume 1, section 13.5.9. Linux enables it with user
 * shadow stacks since 6.6 and changes both MSRs through fpregs_lock_and_load, never in memory, but for the child of
 * clone and the NT_X86_SHSTK regset.
 */
public final class CetUserFeature implements XFeatureProvider {

    private static final int CR4_CET = 23;

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.supervisor(11, "CET_U", 16)
            .linuxName("CET_USER").cr4(CR4_CET)
            .cpuid(7, 0, CpuidBit.Register.ECX, 7, "CET_SS").cpuid(7, 0, CpuidBit.Register.EDX, 20, "CET_IBT")
            .field(FieldDescriptor.hex(0, 8, "u_cet").meaning(CetMsrs.CONTROL))
            .field(FieldDescriptor.hex(8, 8, "pl3_ssp").meaning(CetMsrs::pointer)).build();

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
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(CetUserFeature.class, "cet/user-registers.c")),
                List.of(ModelText.resource(CetUserFeature.class, "cet/kernel.c")));
    }

    /**
     * Fork keeps it; a thread that shares the mm gets a shadow stack of its own, its SSP written into the child's buffer.
     * A handler goes on with the same shadow stack, onto which the kernel pushes a restore token and the return address.
     * NT_X86_XSTATE does not reach it; NT_X86_SHSTK (6.6) replaces the SSP alone.
     */
    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.SUPERVISOR_STATE;
    }

    /** WRMSR changes either alone. */
    @Override
    public List<StatePart> stateParts(int size) {
        return List.of(new StatePart("u_cet", 0, 8), new StatePart("pl3_ssp", 8, 8));
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new WrmsrChecks(widths);
    }

    /** Shadow stacks on, in different places; indirect branch tracking with different bitmaps. */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(0, (long) ordinal << 12 | 1)
                .putLong(8, 0x7f00_0000_0000L | (long) ordinal << 12).array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** XRSTORS checks what WRMSR does. */
    private record WrmsrChecks(AddressWidths widths) implements RegisterBehaviour {

        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            Optional<String> refused = CetMsrs.refusedControl(memory.get(ComponentView.LE64, 0), widths)
                    .or(() -> CetMsrs.refusedPointer("IA32_PL3_SSP", memory.get(ComponentView.LE64, 8),
                            widths));
            return refused.<Load>map(Load.Fault::new).orElseGet(Load.Accept::new);
        }
    }
}
