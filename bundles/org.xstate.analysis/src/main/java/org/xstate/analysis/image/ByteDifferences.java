package org.xstate.analysis.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * In which bytes two images differ, part against part: a component is compared with itself wherever each image has it, so
 * that a standard image and a compacted one of the same state show no difference in it.
 *
 * @param left  offsets in the left image whose byte the right one has not
 * @param right the same the other way round
 */
public record ByteDifferences(BitSet left, BitSet right) {

    /** Compares what is stored, not what it means: stale bytes count. */
    public static ByteDifferences of(ImageMap left, MemorySegment leftArea, ImageMap right,
            MemorySegment rightArea) {
        ByteDifferences found = new ByteDifferences(new BitSet(), new BitSet());
        for (ImageMap.Part part : left.parts()) {
            part.span().ifPresent(
                    span -> partner(part, left, right).flatMap(ImageMap.Part::span).ifPresentOrElse(
                            other -> found.compare(span, leftArea, other, rightArea),
                            () -> found.left.set(span.offset(), span.end())));
        }
        for (ImageMap.Part part : right.parts()) {
            if (partner(part, right, left).flatMap(ImageMap.Part::span).isEmpty()) {
                part.span().ifPresent(span -> found.right.set(span.offset(), span.end()));
            }
        }
        return found;
    }

    /** Components by number; holes, which have no name, by their order. */
    private static Optional<ImageMap.Part> partner(ImageMap.Part part, ImageMap own, ImageMap other) {
        if (part.component().isPresent()) {
            return other.component(part.component().getAsInt());
        }
        List<ImageMap.Part> mine = alike(part, own);
        List<ImageMap.Part> theirs = alike(part, other);
        int at = mine.indexOf(part);
        return at < theirs.size() ? Optional.of(theirs.get(at)) : Optional.empty();
    }

    private static List<ImageMap.Part> alike(ImageMap.Part part, ImageMap map) {
        return map.parts().stream()
                .filter(one -> one.kind() == part.kind() && one.name().equals(part.name())).toList();
    }

    private void compare(Span a, MemorySegment leftArea, Span b, MemorySegment rightArea) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (leftArea.get(ValueLayout.JAVA_BYTE, a.offset() + i) != rightArea.get(ValueLayout.JAVA_BYTE,
                    b.offset() + i)) {
                left.set(a.offset() + i);
                right.set(b.offset() + i);
            }
        }
        left.set(a.offset() + common, a.end());
        right.set(b.offset() + common, b.end());
    }
}
