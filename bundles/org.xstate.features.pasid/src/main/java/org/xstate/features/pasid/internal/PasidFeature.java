package org.xstate.features.pasid.internal;

import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.number;
import static org.xstate.api.BitWords.reserved;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;
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
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * PASID: IA32_PASID (MSR 0xD93), the id that ENQCMD puts into its command (SDM volume 1, section 13.5.8). While bit 31
 * is 0 ENQCMD faults with #GP, which is what Linux (since 5.18, fa6af69f38d3) populates it from: the handler writes the
 * mm's PASID on the first use by each task. Registers are live at that point, for the fault came from user mode.
 */
public final class PasidFeature implements XFeatureProvider {

    private static final int GENERAL_PROTECTION = 13;

    private static final BitWords IA32_PASID = BitWords.of("not valid", flag(31, "valid"),
            number(0, 20, "PASID"), reserved(0xffff_ffff_7ff0_0000L));

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.supervisor(10, "PASID", 8)
            .cpuid(7, 0, CpuidBit.Register.ECX, 29, "ENQCMD")
            .field(FieldDescriptor.hex(0, 8, "pasid").meaning(IA32_PASID)).build();

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
        return new RestorePolicy.OnTrap(GENERAL_PROTECTION);
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(PasidFeature.class, "pasid/registers.c")),
                List.of(ModelText.resource(PasidFeature.class, "pasid/kernel.c")));
    }

    /**
     * A child starts without: fork and clone clear XSTATE_BV[10] in its buffer (5.18, dc7507ddce59), for it may have
     * another mm. The id stays with the mm until that exits.
     */
    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(Lifecycle.Rule.RESET, Lifecycle.Rule.RESET, Lifecycle.Rule.UNTOUCHED,
                Lifecycle.Rule.UNTOUCHED);
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return Behaviour.INSTANCE;
    }

    /** Valid ids. */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 31 | ordinal)
                .array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** XRSTORS checks what WRMSR does. */
    private enum Behaviour implements RegisterBehaviour {
        INSTANCE;

        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            long pasid = memory.get(ComponentView.LE64, 0);
            return (pasid & IA32_PASID.reservedBits()) == 0
                    ? new Load.Accept()
                    : new Load.Fault(
                            "IA32_PASID 0x" + Long.toHexString(pasid) + " has bits 30:20 or 63:32 set");
        }
    }
}
