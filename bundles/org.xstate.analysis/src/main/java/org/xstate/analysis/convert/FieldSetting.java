package org.xstate.analysis.convert;

import java.util.List;
import java.util.Objects;

import org.xstate.api.XFeatureMask;

/**
 * A field or register with the value that it is to get.
 *
 * @param name   as decoding names it
 * @param pieces where its bytes go
 */
public record FieldSetting(String name, List<Piece> pieces) {

    /**
     * Bytes inside one component.
     *
     * @param component its number
     * @param offset    bytes from the start of the component
     * @param bytes     little-endian
     * @param marks     whether the component's XSTATE_BV bit is set; not for MXCSR, which lies among the bytes of
     *                  component 0 and belongs to none
     */
    public record Piece(int component, int offset, byte[] bytes, boolean marks) {
    }

    public FieldSetting {
        Objects.requireNonNull(name);
        pieces = List.copyOf(pieces);
    }

    /** The components that are in use afterwards. */
    public XFeatureMask marked() {
        XFeatureMask mask = XFeatureMask.NONE;
        for (Piece piece : pieces) {
            mask = piece.marks() ? mask.with(piece.component()) : mask;
        }
        return mask;
    }
}
