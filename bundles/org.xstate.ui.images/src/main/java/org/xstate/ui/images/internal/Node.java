package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.Span;

/**
 * A row of the tree. Two are equal if they are about the same thing, whatever its value: what is selected stays so when an
 * edit has been decoded.
 */
sealed interface Node {

    /** The part that it is, or lies in. */
    ImageMap.Part part();

    /** By which it is known. */
    String key();

    /** Its bytes. */
    List<Span> spans();

    List<Node> children();

    Optional<ImageMap.Field> field();

    /** A component, the header, a hole. */
    record OfPart(ImageMap.Part part) implements Node {

        @Override
        public String key() {
            return "%s/%s/%s".formatted(part.kind(), part.component(), part.kind() == ImageMap.Kind.HOLE
                    ? part.span().map(Span::offset).orElse(0)
                    : part.name());
        }

        @Override
        public List<Span> spans() {
            return part.span().stream().toList();
        }

        @Override
        public List<Node> children() {
            return part.fields().stream().map(field -> (Node) new OfField(part, field)).toList();
        }

        @Override
        public Optional<ImageMap.Field> field() {
            return Optional.empty();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfPart that && key().equals(that.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    /** A field of one. */
    record OfField(ImageMap.Part part, ImageMap.Field own) implements Node {

        @Override
        public String key() {
            return new OfPart(part).key() + "/" + own.decoded().name();
        }

        @Override
        public List<Span> spans() {
            return own.spans();
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public Optional<ImageMap.Field> field() {
            return Optional.of(own);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfField that && key().equals(that.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    static List<Node> of(ImageMap map) {
        return map.parts().stream().map(part -> (Node) new OfPart(part)).toList();
    }

    static Node of(ImageMap.Place place) {
        return place.field().map(field -> (Node) new OfField(place.part(), field))
                .orElseGet(() -> new OfPart(place.part()));
    }
}
