package org.xstate.features.lbr.internal;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * LBR: IA32_LBR_CTL (MSR 0x14CE), IA32_LBR_DEPTH (0x14CF), the last event record (0x1DD, 0x1DE, 0x1E0) and 32 branch
 * records (FROM 0x1500+n, TO 0x1600+n, INFO 0x1200+n), the youngest first (SDM volume 1, section 13.5.12; volume 3,
 * chapter on last branch records).
 *
 * <p>Linux (since 5.9) saves it into buffers of perf's own at context switches of tasks with call-stack profiling, not
 * into the task's FPU buffer.
 */
public final class LbrFeature implements XFeatureProvider {

    private static final int ENTRIES = 32;
    private static final int FIRST_ENTRY = 40;
    private static final int ENTRY_BYTES = 24;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.supervisor(15, "LBR", 808)
                .cpuid(7, 0, CpuidBit.Register.EDX, 19, "ARCH_LBR")
                .field(FieldDescriptor.hex(0, 8, "lbr_ctl").meaning(LbrWords.CTL))
                .field(FieldDescriptor.hex(8, 8, "lbr_depth").meaning(LbrWords::depth))
                .field(FieldDescriptor.hex(16, 8, "ler_from"))
                .field(FieldDescriptor.hex(24, 8, "ler_to"))
                .field(FieldDescriptor.hex(32, 8, "ler_info").meaning(LbrWords::info));
        for (int i = 0; i < ENTRIES; i++) {
            int offset = FIRST_ENTRY + ENTRY_BYTES * i;
            builder.field(FieldDescriptor.hex(offset, 8, "lbr" + i + "_from"))
                    .field(FieldDescriptor.hex(offset + 8, 8, "lbr" + i + "_to"))
                    .field(FieldDescriptor.hex(offset + 16, 8, "lbr" + i + "_info").meaning(LbrWords::info));
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
        return new RestorePolicy.Independent();
    }

    /** A child's perf context starts empty; the records belong to the event, not to the task's FPU state. */
    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(Lifecycle.Rule.RESET, Lifecycle.Rule.UNTOUCHED, Lifecycle.Rule.UNTOUCHED,
                Lifecycle.Rule.UNTOUCHED);
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return Behaviour.INSTANCE;
    }

    /** Not recording, with one branch from different places. */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(40, 0x40_0000L | (long) ordinal << 8)
                .array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** XSAVES stops the recording once the records are saved; XRSTORS refuses reserved bits of IA32_LBR_CTL. */
    private enum Behaviour implements RegisterBehaviour {
        INSTANCE;

        private static final long LBR_EN = 1;

        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            long ctl = memory.get(ComponentView.LE64, 0);
            return (ctl & LbrWords.CTL.reservedBits()) == 0
                    ? new Load.Accept()
                    : new Load.Fault("IA32_LBR_CTL 0x" + Long.toHexString(ctl)
                            + ": bits 15:4 and 63:23 are reserved");
        }

        @Override
        public void savedByXsaves(MemorySegment register) {
            register.set(ComponentView.LE64, 0, register.get(ComponentView.LE64, 0) & ~LBR_EN);
        }
    }
}
