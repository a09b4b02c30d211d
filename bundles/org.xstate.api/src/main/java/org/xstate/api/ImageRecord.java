package org.xstate.api;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One image found in a container.
 *
 * @param lwp      the thread's id where the container has one
 * @param label    which part of the file: {@code thread 329}, {@code frame 0}, {@code ptrace buffer}
 * @param area     the image's bytes, in place (no copy), read-only; may be cut short by the file's end
 * @param format   how the bytes are arranged
 * @param features the components that the area has room for, as the container tells (bytes 464 of a core note, xfeatures
 *                 of a signal frame), or {@link XFeatureMask#NONE} where it does not tell
 * @param layout   where the container itself tells offsets (NT_X86_XSAVE_LAYOUT): one entry for each component, else
 *                 empty
 * @param mode64   false for a 32-bit task, whose images mean only eight vector registers
 * @param extra    registers that the container holds beside the image ({@code ssp} of NT_X86_SHSTK)
 * @param findings what is wrong or doubtful about this record
 */
public record ImageRecord(OptionalLong lwp, String label, MemorySegment area, AreaFormat format,
        XFeatureMask features,
        List<LayoutEntry> layout, boolean mode64, List<DecodedField> extra, List<Finding> findings) {

    /** How an area's bytes are arranged. */
    public enum AreaFormat {
        /** Legacy region, header, extended region; XCOMP_BV[63] tells standard from compacted. */
        XSAVE,
        /** The 512 bytes of FXSAVE. */
        FXSAVE,
        /** The 108 bytes of 32-bit FSAVE. */
        FSAVE
    }

    /**
     * One entry of a layout that the container carries.
     *
     * @param type   component number
     * @param size   bytes
     * @param offset bytes from the start of the area
     * @param flags  as stored
     */
    public record LayoutEntry(int type, int size, int offset, int flags) {
    }

    public ImageRecord {
        Objects.requireNonNull(lwp);
        Objects.requireNonNull(label);
        Objects.requireNonNull(area);
        Objects.requireNonNull(format);
        Objects.requireNonNull(features);
        layout = List.copyOf(layout);
        extra = List.copyOf(extra);
        findings = List.copyOf(findings);
    }

    /** An XSAVE area of a 64-bit task about which the container says no more. */
    public static ImageRecord xsave(String label, MemorySegment area, XFeatureMask features) {
        return new ImageRecord(OptionalLong.empty(), label, area, AreaFormat.XSAVE, features, List.of(), true,
                List.of(), List.of());
    }
}
