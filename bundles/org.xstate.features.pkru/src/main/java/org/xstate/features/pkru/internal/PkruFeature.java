package org.xstate.features.pkru.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

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
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * PKRU: two bits for each of 16 protection keys (SDM volume 1, section 13.5.7; volume 3, "Protection Keys"). The register
 * has 32 bits; the component has 8 bytes, on AMD Zen 2 64, and what lies beyond the register is not held.
 *
 * <p>XSAVE manages it even while CR4.PKE is 0.
 *
 * <p>Hardware init is 0, all allowed. Linux wants another start value: init_pkru_val, 0x55555554 (access to key 0 only)
 * unless the init_pkru parameter says otherwise. Since 5.14 Linux switches PKRU at the context switch and keeps it out
 * of the XRSTOR mask; the value in the task's buffer is dead.
 */
public final class PkruFeature implements XFeatureProvider {

    private static final int CR4_PKE = 22;
    private static final int REGISTER_BYTES = 4;
    private static final long INIT_PKRU_VAL = 0x5555_5554L;

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.user(9, "PKRU", 8).cr4(CR4_PKE)
            .cpuid(7, 0, CpuidBit.Register.ECX, 3, "PKU")
            .field(FieldDescriptor.hex(0, REGISTER_BYTES, "pkru").meaning(PkruWords::of)).build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return new InitState.Derived(context -> new byte[context.size()],
                context -> littleEndian(startValue(context.kernel()), context.size()));
    }

    private static long startValue(Map<String, Long> kernel) {
        return kernel.getOrDefault("init_pkru", INIT_PKRU_VAL);
    }

    private static byte[] littleEndian(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < Math.min(REGISTER_BYTES, size); i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.Eager();
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(PkruFeature.class, "pkru/registers.c")),
                List.of(ModelText.resource(PkruFeature.class, "pkru/kernel.c")));
    }

    /**
     * Fork copies thread.pkru; exec writes init_pkru_val; a handler runs with init_pkru_val; NT_X86_XSTATE replaces
     * thread.pkru, with 0 where XSTATE_BV[9] is clear (since 6.2; ignored from 5.14 to 6.1).
     */
    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.USER_STATE;
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return Behaviour.INSTANCE;
    }

    /** Access to key 0, and a choice of rights to keys 1 and 2. */
    @Override
    public byte[] example(int ordinal, int size) {
        return littleEndian(ordinal << 2, size);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** The register is narrower than the component. */
    private enum Behaviour implements RegisterBehaviour {
        INSTANCE;

        @Override
        public void loaded(MemorySegment register) {
            if (register.byteSize() > REGISTER_BYTES) {
                register.asSlice(REGISTER_BYTES).fill((byte) 0);
            }
        }
    }
}
