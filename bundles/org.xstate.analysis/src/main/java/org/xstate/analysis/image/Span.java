package org.xstate.analysis.image;

/** Bytes of an image. @param offset from its first byte @param length at least 1 */
public record Span(int offset, int length) {

    public Span {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("bytes %d, %d of them".formatted(offset, length));
        }
    }

    /** First byte after it. */
    public int end() {
        return offset + length;
    }

    public boolean contains(int at) {
        return at >= offset && at < end();
    }

    public boolean overlaps(Span other) {
        return offset < other.end() && other.offset < end();
    }
}
