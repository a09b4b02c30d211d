package org.xstate.features.mpx.internal;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * BNDREGS: BND0 to BND3, each a lower bound and an upper bound that is stored as its one's complement (SDM volume 1,
 * section 13.5.4). So the all-zero init state is the range of everything. Linux dropped user support in 5.6 and keeps
 * the component only for guests (KVM), yet still enables it in XCR0 where the processor has it.
 */
public final class BndregsFeature implements XFeatureProvider {

    private static final int REGISTERS = 4;
    private static final int REGISTER_BYTES = 16;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(3, "BNDREGS", 64).together(3, 4)
                .conflicts(19)
                .cpuid(7, 0, CpuidBit.Register.EBX, 14, "MPX");
        for (int i = 0; i < REGISTERS; i++) {
            builder.field(FieldDescriptor.hex(REGISTER_BYTES * i, 8, "bnd" + i + "_lower"))
                    .field(FieldDescriptor.hex(REGISTER_BYTES * i + 8, 8, "bnd" + i + "_upper")
                            .meaning(BndregsFeature::upper));
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
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        List<DecodedField> registers = new ArrayList<>();
        for (int i = 0; i < REGISTERS; i++) {
            int offset = REGISTER_BYTES * i;
            if (view.covers(offset, REGISTER_BYTES)) {
                registers.add(DecodedField.bytes("bnd" + i, view.bigEndian(offset, REGISTER_BYTES),
                        range(view.unsigned(offset, 8), view.unsigned(offset + 8, 8))));
            }
        }
        return List.copyOf(registers);
    }

    private static String upper(long stored) {
        return "upper bound 0x" + Long.toHexString(~stored);
    }

    private static String range(long lower, long stored) {
        if (lower == 0 && stored == 0) {
            return "every address";
        }
        return "0x" + Long.toHexString(lower) + " to 0x" + Long.toHexString(~stored)
                + (Long.compareUnsigned(lower, ~stored) > 0 ? ", allows nothing" : "");
    }
}
