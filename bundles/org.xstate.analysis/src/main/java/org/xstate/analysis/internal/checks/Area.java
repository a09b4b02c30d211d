package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.xstate.api.CheckedImage;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.image.XsaveImage;

/** What several checks ask of an area. */
final class Area {

    /** First byte of the header. */
    static final int HEADER = 512;

    private Area() {
    }

    static int u8(MemorySegment area, long offset) {
        return Byte.toUnsignedInt(area.get(ValueLayout.JAVA_BYTE, offset));
    }

    static int u16(MemorySegment area, long offset) {
        return Short.toUnsignedInt(area.get(XsaveImage.LE16, offset));
    }

    static int u32(MemorySegment area, long offset) {
        return area.get(XsaveImage.LE32, offset);
    }

    /** The first byte from {@code from} to {@code to} (exclusive) that is not 0. */
    static OptionalLong firstNonZero(MemorySegment area, long from, long to) {
        for (long at = from; at < Math.min(to, area.byteSize()); at++) {
            if (area.get(ValueLayout.JAVA_BYTE, at) != 0) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    /** {@code AVX (component 2), PKRU (component 9)}. */
    static String names(XFeatureMask mask, FeatureCatalog catalog) {
        return mask.numbers().mapToObj(catalog::label).collect(Collectors.joining(", "));
    }

    /** Those of {@code mask} that a described xfeature has, of the given kind. */
    static XFeatureMask ofKind(XFeatureMask mask, XFeatureDescriptor.Kind kind, FeatureCatalog catalog) {
        XFeatureMask found = XFeatureMask.NONE;
        for (int number : mask.components()) {
            if (catalog.descriptor(number).filter(d -> d.kind() == kind).isPresent()) {
                found = found.with(number);
            }
        }
        return found;
    }

    static boolean isSignalFrame(CheckedImage image) {
        return image.container().startsWith("sigframe") || image.container().equals("recording");
    }

    /** {@code on zen3} for a sentence; empty if only masks were given. */
    static String on(CheckedImage.Target target) {
        return target.name().isEmpty() ? "" : " on " + target.name();
    }
}
