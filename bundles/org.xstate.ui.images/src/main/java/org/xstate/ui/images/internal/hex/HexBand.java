package org.xstate.ui.images.internal.hex;

import org.xstate.analysis.image.Span;
import org.xstate.analysis.picture.Ink;

/**
 * A run of bytes with a background of its own.
 *
 * @param label   what stands beside its first row
 * @param hatched whether nothing lies there
 */
public record HexBand(Span span, Ink ink, String label, boolean hatched) {
}
