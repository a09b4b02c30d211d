package org.xstate.isa.host.internal;

import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/** Says in the manual's words what a byte of an area belongs to. */
final class ByteNames {

    private static final int X87_ENVIRONMENT = 24;
    private static final int ST = 32;

    private final FeatureCatalog catalog;
    private final XsaveLayout layout;

    ByteNames(FeatureCatalog catalog, XsaveLayout layout) {
        this.catalog = catalog;
        this.layout = layout;
    }

    /** {@code byte 640: YMM_Hi128 ymm4, byte 0 of 16}. */
    String name(int offset) {
        return "byte " + offset + ": " + what(offset);
    }

    private String what(int offset) {
        if (offset < X87_ENVIRONMENT) {
            return environment(offset);
        }
        if (offset < ST) {
            return offset < 28 ? "MXCSR" : "MXCSR_MASK";
        }
        if (offset >= 416 && offset < XsaveLayout.HEADER_OFFSET) {
            return offset < 464 ? "reserved byte of the legacy region" : "available to software";
        }
        if (offset >= XsaveLayout.HEADER_OFFSET && offset < XsaveLayout.EXTENDED_OFFSET) {
            int header = offset - XsaveLayout.HEADER_OFFSET;
            return header < 8 ? "XSTATE_BV" : header < 16 ? "XCOMP_BV" : "header byte " + header;
        }
        return layout.placements().stream().filter(p -> offset >= p.offset() && offset < p.end()).findFirst()
                .map(place -> component(place, offset)).orElse("no component's");
    }

    private static String environment(int offset) {
        return switch (offset) {
            case 0, 1 -> "FCW";
            case 2, 3 -> "FSW";
            case 4 -> "abridged FTW";
            case 5 -> "reserved byte after FTW";
            case 6, 7 -> "FOP";
            default -> (offset < 16 ? "FIP" : "FDP") + " byte " + offset % 8;
        };
    }

    private String component(Placement place, int offset) {
        int within = offset - place.offset();
        Optional<FieldDescriptor> field = catalog.descriptor(place.number()).stream()
                .flatMap(descriptor -> descriptor.fields().stream())
                .filter(f -> within >= f.offset() && within < f.offset() + f.width()).findFirst();
        String inside = field
                .map(f -> "%s, byte %d of %d".formatted(f.name(), within - f.offset(), f.width()))
                .orElse("byte " + within);
        return catalog.name(place.number()) + " " + inside;
    }
}
