package org.xstate.analysis.image;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.List;

import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.image.XsaveImage;

/**
 * Bytes 464 to 511, which the processor leaves to software. In a signal frame Linux keeps struct _fpx_sw_bytes there (uapi,
 * asm/sigcontext.h); in a core note, a regset and a KVM buffer the mask of the components that the area has room for.
 */
final class SoftwareBytes {

    private static final int AT = XsaveImage.SOFTWARE;
    private static final int MAGIC1 = 0x46505853;

    private final MemorySegment area;

    /** @param area at least 512 bytes */
    SoftwareBytes(MemorySegment area) {
        this.area = area;
    }

    List<ImageMap.Field> fields() {
        if (area.get(XsaveImage.LE32, AT) == MAGIC1) {
            return List.of(hex("magic1", 0, 4, "FP_XSTATE_MAGIC1"),
                    number("extended_size", 4, "bytes of the frame with FP_XSTATE_MAGIC2"),
                    hex("xfeatures", 8, 8, mask(8)), number("xstate_size", 16, "bytes of the image"));
        }
        long mask = area.get(XsaveImage.LE64, AT);
        return mask == 0 ? List.of() : List.of(hex("xfeatures", 0, 8, mask(0)));
    }

    private String mask(int at) {
        return "components with room: " + new XFeatureMask(area.get(XsaveImage.LE64, AT + at)).components();
    }

    private ImageMap.Field hex(String name, int at, int width, String meaning) {
        long value = width == 4
                ? Integer.toUnsignedLong(area.get(XsaveImage.LE32, AT + at))
                : area.get(XsaveImage.LE64, AT + at);
        return new ImageMap.Field(DecodedField.hex(name, value, width, meaning),
                List.of(new Span(AT + at, width)));
    }

    private ImageMap.Field number(String name, int at, String meaning) {
        long value = Integer.toUnsignedLong(area.get(XsaveImage.LE32, AT + at));
        return new ImageMap.Field(
                new DecodedField(name, FieldDescriptor.Style.NUMBER,
                        BigInteger.valueOf(value), 4, meaning),
                List.of(new Span(AT + at, 4)));
    }
}
