package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/** Finds what a restore does not see. */
record RepresentationDiff(XsaveImage left, XsaveImage right, FeatureCatalog catalog) {

    private static final String NO_PLACE = "no place";

    /** @param outsideFields components in use whose bytes differ although no field does */
    List<ImageDiff.Representation> find(List<Integer> outsideFields) {
        List<ImageDiff.Representation> found = new ArrayList<>();
        add(found, "format", left.layout().format().word(), right.layout().format().word());
        add(found, "size", left.area().byteSize() + " bytes", right.area().byteSize() + " bytes");
        add(found, "XSTATE_BV", left.xstateBv().toString(), right.xstateBv().toString());
        add(found, "XCOMP_BV", left.xcompBv().toString(), right.xcompBv().toString());
        bytes(found, "MXCSR_MASK", XsaveImage.MXCSR_MASK, 4);
        bytes(found, "reserved bytes 416..463", 416, 48);
        bytes(found, "software bytes 464..511", XsaveImage.SOFTWARE, 48);
        bytes(found, "header bytes 16..63", XsaveLayout.HEADER_OFFSET + 16, 48);
        for (int number : left.layout().mask().or(right.layout().mask())) {
            if (number > 1) {
                add(found, "offset of " + catalog.name(number), offset(left, number), offset(right, number));
            }
            deadBytes(found, number);
        }
        for (int number : outsideFields) {
            firstDifference(found, "bytes outside the fields of " + catalog.name(number), number, 0);
        }
        return found;
    }

    private static String offset(XsaveImage image, int number) {
        return image.layout().placement(number).map(p -> Integer.toString(p.offset())).orElse(NO_PLACE);
    }

    /** Memory of a component in init is dead; it still shows in a byte comparison. */
    private void deadBytes(List<ImageDiff.Representation> found, int number) {
        if (!left.inUse(number) && !right.inUse(number)) {
            // in x87's part MXCSR and its mask live on; what follows is dead
            firstDifference(found, "unused bytes of " + catalog.name(number), number,
                    number == 0 ? XsaveImage.MXCSR + 8 : 0);
        }
    }

    /** @param from bytes of the component to leave out */
    private void firstDifference(List<ImageDiff.Representation> found, String what, int number, int from) {
        Optional<MemorySegment> a = left.component(number);
        Optional<MemorySegment> b = right.component(number);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        long at = a.get().asSlice(from).mismatch(b.get().asSlice(from));
        if (at >= 0) {
            add(found, what, byteAt(a.get(), from + at), byteAt(b.get(), from + at));
        }
    }

    private static String byteAt(MemorySegment component, long at) {
        return at < component.byteSize()
                ? "byte %d is 0x%02x".formatted(at, component.get(ValueLayout.JAVA_BYTE, at))
                : component.byteSize() + " bytes";
    }

    private void bytes(List<ImageDiff.Representation> found, String what, int offset, int size) {
        add(found, what, hex(left, offset, size), hex(right, offset, size));
    }

    private static String hex(XsaveImage image, int offset, int size) {
        return HexFormat.of().formatHex(image.area().asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE));
    }

    private static void add(List<ImageDiff.Representation> found, String what, String a, String b) {
        if (!a.equals(b)) {
            found.add(new ImageDiff.Representation(what, a, b));
        }
    }
}
