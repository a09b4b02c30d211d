package org.xstate.features.lwp.internal;

import static org.xstate.api.BitWords.flag;

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
 * LWP: lightweight profiling of AMD family 15h (AMD64 manual, volume 2, section 13.4, and the Lightweight Profiling
 * Specification). One Zen 2 still enumerates it. XCR0[62] needs SSE and AVX. Linux never enables it and masks it out.
 */
public final class LwpFeature implements XFeatureProvider {

    private static final int SAVED_EVENT = 32;
    private static final int COUNTERS = 64;

    private static final BitWords FLAGS = BitWords.of("no event enabled", flag(0, "LWPAVAIL"),
            flag(1, "LWPVAL"), flag(2, "LWPIRE (instructions retired)"), flag(3, "LWPBRE (branches retired)"),
            flag(4, "LWPDME (data cache misses)"), flag(5, "LWPCNH (clocks not halted)"),
            flag(6, "LWPRNH (reference clocks not halted)"), flag(29, "LWPCONT"), flag(30, "LWPPTSC"),
            flag(31, "LWPINT"));

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(62, "LWP", 128).requires(1, 2)
                .cpuid(0x8000_0001, 0, CpuidBit.Register.ECX, 15, "LWP")
                .field(FieldDescriptor.hex(0, 8, "lwpcb").meaning(LwpFeature::controlBlock))
                .field(FieldDescriptor.hex(8, 4, "lwp_flags").meaning(FLAGS))
                .field(FieldDescriptor.number(12, 4, "buffer_head_offset"))
                .field(FieldDescriptor.hex(16, 8, "buffer_base"))
                .field(FieldDescriptor.number(24, 4, "buffer_size"))
                .field(FieldDescriptor.hex(28, 4, "filters"));
        for (int i = 0; i < 4; i++) {
            builder.field(FieldDescriptor.hex(SAVED_EVENT + 8 * i, 8, "saved_event_record" + i));
        }
        for (int i = 0; i < 16; i++) {
            builder.field(FieldDescriptor.number(COUNTERS + 4 * i, 4, "event_counter" + i));
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
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    private static String controlBlock(long address) {
        return address == 0 ? "profiling off" : "control block in memory";
    }
}
