package org.xstate.features.uintr.internal;

import static org.xstate.api.BitWords.address;
import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.number;
import static org.xstate.api.BitWords.reserved;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.StringJoiner;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.StatePart;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * UINTR: the user-interrupt MSRs 0x985 to 0x98A (SDM volume 1, section 13.5.11; volume 3, chapter on user interrupts).
 * IA32_UINTR_MISC holds UITTSZ and UINV; in the image its bit 63 is UIF, the user-interrupt flag, which is no MSR bit.
 * Linux mainline does not enable it (as of 6.18).
 */
public final class UintrFeature implements XFeatureProvider {

    private static final int CR4_UINTR = 25;
    private static final int VECTORS = 64;
    private static final int UINV_OFFSET = 20;
    private static final int UIRR_OFFSET = 32;
    /** Vectors below are the exceptions'. */
    private static final int LOWEST_VECTOR = 32;

    static final BitWords STACKADJUST = BitWords.of("",
            choice(0, 1, "subtracted from RSP", "loaded into RSP"), reserved(6));
    static final BitWords UPIDADDR = BitWords.of("", reserved(0x3f));
    static final BitWords UITTADDR = BitWords.of("SENDUIPI disabled", flag(0, "SENDUIPI enabled"),
            address(-16L, "table at"), reserved(0xe));
    private static final BitWords UINV = BitWords.of("no notification vector", number(0, 8, "vector"));
    private static final BitWords UIF = BitWords.of("", choice(7, 1, "delivery blocked", "delivery enabled"),
            reserved(0x7f));

    private static final XFeatureDescriptor DESCRIPTOR = XFeatureDescriptor.supervisor(14, "UINTR", 48)
            .linuxName("RSRVD_COMP_14").cr4(CR4_UINTR).cpuid(7, 0, CpuidBit.Register.EDX, 5, "UINTR")
            .field(FieldDescriptor.hex(0, 8, "uihandler"))
            .field(FieldDescriptor.hex(8, 8, "uistackadjust").meaning(STACKADJUST))
            .field(FieldDescriptor.number(16, 4, "uittsz").meaning(UintrFeature::tableSize))
            .field(FieldDescriptor.number(20, 1, "uinv").meaning(UINV))
            .field(FieldDescriptor.hex(23, 1, "uif").meaning(UIF))
            .field(FieldDescriptor.hex(24, 8, "upidaddr").meaning(UPIDADDR))
            .field(FieldDescriptor.hex(32, 8, "uirr").meaning(UintrFeature::requests))
            .field(FieldDescriptor.hex(40, 8, "uittaddr").meaning(UITTADDR)).build();

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
        return new UintrBehaviour(widths);
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(UintrFeature.class, "uintr/registers.c")),
                List.of());
    }

    /** UINV is changed by XSAVES alone. */
    @Override
    public List<StatePart> stateParts(int size) {
        return List.of(new StatePart("uintr_handler", 0, UINV_OFFSET),
                new StatePart("uinv", UINV_OFFSET, 1),
                new StatePart("uintr_tables", UINV_OFFSET + 1, size - UINV_OFFSET - 1));
    }

    /** Handlers in different places, other notification vectors, other requests. */
    @Override
    public byte[] example(int ordinal, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, 0x40_0000L | (long) ordinal << 8)
                .put(UINV_OFFSET, (byte) (LOWEST_VECTOR + ordinal))
                .putLong(UIRR_OFFSET, 1L << ordinal)
                .array();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    /** UITTSZ is the highest valid index. */
    private static String tableSize(long value) {
        return "entries 0 to " + value;
    }

    private static String requests(long uirr) {
        StringJoiner vectors = new StringJoiner(", ", "requested: ", "");
        for (int i = 0; i < VECTORS; i++) {
            if ((uirr >>> i & 1) != 0) {
                vectors.add(Integer.toString(i));
            }
        }
        return uirr == 0 ? "none requested" : vectors.toString();
    }
}
