package org.xstate.features.base.internal;

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
 * x87 state: bytes 0 to 23 and 32 to 159 of the legacy region (SDM volume 1, sections 13.4.1 and 13.5.1). The component
 * is laid out as legacy bytes 0 to 159; bytes 24 to 31 in between hold MXCSR and MXCSR_MASK and belong to no component
 * alone.
 *
 * <p>Init as FNINIT and XRSTOR give it: FCW 037F, all else 0, all registers empty (SDM volume 1, section 13.6); Linux
 * starts a task with the same (fpstate_init_user).
 */
public final class X87Feature implements XFeatureProvider {

    private static final int SLOTS = 32;
    private static final int SLOT_STRIDE = 16;
    private static final int REGISTER_BYTES = 10;
    private static final int REGISTERS = 8;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(0, "x87", 160).linuxName("FP").alwaysOn()
                .cpuid(1, 0, CpuidBit.Register.EDX, 0, "FPU")
                .field(FieldDescriptor.number(0, 2, "fcw").meaning(X87Words::control))
                .field(FieldDescriptor.number(2, 2, "fsw").meaning(X87Words::status))
                .field(FieldDescriptor.number(4, 1, "abridged_ftw").meaning(X87Words::abridged))
                .field(FieldDescriptor.number(6, 2, "fop").meaning(X87Words::opcode))
                .field(FieldDescriptor.number(8, 8, "fip").meaning(v -> X87Words.pointer(v, "FCS")))
                .field(FieldDescriptor.number(16, 8, "fdp").meaning(v -> X87Words.pointer(v, "FDS")));
        for (int i = 0; i < REGISTERS; i++) {
            builder.field(FieldDescriptor.bytes(SLOTS + SLOT_STRIDE * i, REGISTER_BYTES, "st" + i));
        }
        return builder.build();
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.bytes((byte) 0x7f, (byte) 0x03);
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    /** Adds what takes more than one field to say: ES against the masks, tags from contents, ST order from TOP. */
    @Override
    public List<DecodedField> decode(ComponentView view) {
        if (!view.covers(0, DESCRIPTOR.size())) {
            return XFeatureProvider.super.decode(view);
        }
        long fcw = view.unsigned(0, 2);
        long fsw = view.unsigned(2, 2);
        int notEmpty = (int) view.unsigned(4, 1);
        List<DecodedField> fields = new ArrayList<>();
        fields.add(DecodedField.number("fcw", fcw, X87Words.control(fcw)));
        fields.add(DecodedField.number("fsw", fsw, X87Words.status(fsw, fcw)));
        fields.add(DecodedField.number("abridged_ftw", notEmpty, tagWord(view, X87Words.top(fsw), notEmpty)));
        long fop = view.unsigned(6, 2);
        fields.add(DecodedField.number("fop", fop, X87Words.opcode(fop, view.unsigned(8, 8))));
        pointer(fields, view, 8, "fip", "FCS");
        pointer(fields, view, 16, "fdp", "FDS");
        for (int i = 0; i < REGISTERS; i++) {
            int physical = X87Words.top(fsw) + i & 7;
            fields.add(DecodedField.bytes("st" + i, stored(view, i),
                    register(value(view, i), physical, (notEmpty >>> physical & 1) != 0)));
        }
        return List.copyOf(fields);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }

    private static void pointer(List<DecodedField> fields, ComponentView view, int offset, String name,
            String selector) {
        long value = view.unsigned(offset, 8);
        fields.add(DecodedField.number(name, value, X87Words.pointer(value, selector)));
    }

    private static byte[] stored(ComponentView view, int index) {
        return view.bigEndian(SLOTS + SLOT_STRIDE * index, REGISTER_BYTES);
    }

    private static X87Value value(ComponentView view, int index) {
        int offset = SLOTS + SLOT_STRIDE * index;
        return new X87Value((int) view.unsigned(offset + 8, 2), view.unsigned(offset, 8));
    }

    private static String register(X87Value value, int physical, boolean full) {
        String mmx = value.looksLikeMmx()
                ? ", or MMX mm" + physical + " 0x" + Long.toHexString(value.significand())
                : "";
        return "R" + physical + (full ? " " + value.tag() : " empty") + ": " + value.text() + mmx;
    }

    /** The full tag word of FSTENV, which the abridged one has lost and the contents give back. */
    private static String tagWord(ComponentView view, int top, int notEmpty) {
        if (notEmpty == 0) {
            return "all empty, full tag word 0xffff";
        }
        int full = 0;
        StringBuilder words = new StringBuilder();
        for (int physical = 0; physical < REGISTERS; physical++) {
            String tag = (notEmpty >>> physical & 1) == 0
                    ? "empty"
                    : value(view, physical - top & 7).tag();
            full |= code(tag) << 2 * physical;
            if (!tag.equals("empty")) {
                words.append('R').append(physical).append(' ').append(tag).append(", ");
            }
        }
        return words + "full tag word 0x" + Integer.toHexString(full);
    }

    private static int code(String tag) {
        return switch (tag) {
            case "valid" -> 0;
            case "zero" -> 1;
            case "special" -> 2;
            default -> 3;
        };
    }
}
