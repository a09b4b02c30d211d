package org.xstate.analysis.image;

import java.util.Arrays;

/**
 * Bytes that replace others, as many.
 *
 * @param offset from the start of what is changed
 * @param before what stands there, so that the change can be taken back
 * @param after  what is to stand there
 */
public record Patch(long offset, byte[] before, byte[] after) {

    public Patch {
        if (offset < 0 || before.length != after.length) {
            throw new IllegalArgumentException(
                    "%d bytes at %d for %d".formatted(after.length, offset, before.length));
        }
        before = before.clone();
        after = after.clone();
    }

    /** The change that takes this one back. */
    public Patch inverse() {
        return new Patch(offset, after, before);
    }

    /** The same change where the bytes begin later. */
    public Patch moved(long by) {
        return new Patch(offset + by, before, after);
    }

    /** Whether it changes anything. */
    public boolean changes() {
        return !Arrays.equals(before, after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch that && offset == that.offset && Arrays.equals(before, that.before)
                && Arrays.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(offset) + Arrays.hashCode(after);
    }

    @Override
    public String toString() {
        return "%d bytes at %d".formatted(after.length, offset);
    }
}
