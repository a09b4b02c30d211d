package org.xstate.features.pt.internal;

import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.reserved;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * HWP: IA32_HWP_REQUEST (MSR 0x774), the performance that the logical processor asks for (SDM volume 1, section 13.5.13;
 * volume 3, section 15.4.4). Its initial configuration is 8000FF01: minimum 1, maximum 255, the hardware chooses,
 * energy-performance preference 128. Linux does not enable it in IA32_XSS; intel_pstate writes the MSR itself.
 */
public final class HwpFeature implements XFeatureProvider {

    private static final BitWords REQUEST_FLAGS = BitWords.of("", flag(42, "package control"),
            flag(59, "window valid"), flag(60, "EPP valid"), flag(61, "desired valid"),
            flag(62, "maximum valid"),
            flag(63, "minimum valid"), reserved(0x07ff_f800_0000_0000L));

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.supervisor(16, "HWP", 8)
            .linuxName("RSRVD_COMP_16").cpuid(6, 0, CpuidBit.Register.EAX, 7, "HWP")
            .field(FieldDescriptor.hex(0, 8, "hwp_request").meaning(HwpFeature::request)).build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.bytes((byte) 0x01, (byte) 0xff, (byte) 0x00, (byte) 0x80);
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.Unused();
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new ReservedBits("IA32_HWP_REQUEST", REQUEST_FLAGS);
    }

    /** Different minimum performance. */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 0x8000_ff01L + ordinal)
                .array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    private static String request(long value) {
        long desired = value >>> 16 & 0xff;
        String flags = REQUEST_FLAGS.apply(value);
        return "minimum " + (value & 0xff) + ", maximum " + (value >>> 8 & 0xff) + ", desired "
                + (desired == 0 ? "left to hardware" : Long.toString(desired)) + ", EPP "
                + (value >>> 24 & 0xff)
                + ", activity window " + window((int) (value >>> 32 & 0x3ff))
                + (flags.isEmpty() ? "" : ", " + flags);
    }

    /** A mantissa of seven bits and an exponent of three, to the base of 10, in microseconds. */
    private static String window(int field) {
        if (field == 0) {
            return "left to hardware";
        }
        long microseconds = field & 0x7f;
        for (int i = 0; i < field >>> 7; i++) {
            microseconds *= 10;
        }
        return microseconds + " us";
    }
}
