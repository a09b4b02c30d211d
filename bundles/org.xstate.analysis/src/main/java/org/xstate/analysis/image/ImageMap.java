package org.xstate.analysis.image;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.DecodedField;

/**
 * An image as what its bytes are: parts in the order in which decoding shows them, and the fields of each.
 *
 * @param size  bytes of the image
 * @param parts components by number, then the rest of the legacy region, the header, holes, and what lies behind the layout
 */
public record ImageMap(int size, List<Part> parts) {

    /** What a part is. */
    public enum Kind {
        COMPONENT,
        /** Bytes 416 to 511 of the legacy region: reserved ones, and those that are free for software. */
        SOFTWARE,
        /** Bytes 512 to 575. */
        HEADER,
        /** Bytes of the extended region that belong to no component. */
        HOLE,
        /** Bytes behind the last component. */
        REST
    }

    /** What XSTATE_BV and the bytes say of a component, taken together. */
    public enum Mark {
        /** XSTATE_BV[i] is 1 and the bytes are there. */
        IN_USE,
        /** XSTATE_BV[i] is 0, and the bytes are those of the initial configuration. */
        INIT,
        /** XSTATE_BV[i] is 0, and the bytes are not those of the initial configuration: a restore ignores them. */
        STALE,
        /** XSTATE_BV[i] is 1, and the image ends before the component does. */
        MISSING,
        /** XSTATE_BV[i] is 0, and the image has no bytes for the component. */
        NO_BYTES,
        /** No component. */
        PLAIN
    }

    /**
     * Adjacent bytes with one meaning.
     *
     * @param component its number
     * @param name      the manual's, or words for what is no component
     * @param span      its bytes, as far as the image has them; empty if it has none
     * @param mark      whether it is in use
     * @param stale     bytes that a restore ignores and that differ from the initial configuration
     * @param fields    in the order of decoding
     */
    public record Part(Kind kind, OptionalInt component, String name, Optional<Span> span, Mark mark,
            int stale, List<Field> fields) {
        public Part {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(component);
            Objects.requireNonNull(name);
            Objects.requireNonNull(span);
            Objects.requireNonNull(mark);
            fields = List.copyOf(fields);
        }

        /** The state in words that say where it is read from; empty for what is no component. */
        public String state() {
            int number = component.orElse(-1);
            return switch (mark) {
                case IN_USE -> "in use";
                case INIT -> "init (XSTATE_BV[%d] clear)".formatted(number);
                case STALE -> "init (XSTATE_BV[%d] clear; %d byte%s in memory %s stale)".formatted(number,
                        stale, stale == 1 ? "" : "s", stale == 1 ? "is" : "are");
                case MISSING -> "absent (XSTATE_BV[%d] set, the image ends before it)".formatted(number);
                case NO_BYTES -> "init (XSTATE_BV[%d] clear, no bytes in the image)".formatted(number);
                case PLAIN -> "";
            };
        }

        /** The state in a word or two; empty for what is no component. */
        public String word() {
            return switch (mark) {
                case IN_USE -> "in use";
                case INIT, NO_BYTES -> "init";
                case STALE -> "init, stale bytes";
                case MISSING -> "absent";
                case PLAIN -> "";
            };
        }

        /** What the state is read from; empty for what is no component. */
        public String reason() {
            int number = component.orElse(-1);
            return switch (mark) {
                case IN_USE -> "XSTATE_BV[%d] set".formatted(number);
                case INIT -> "XSTATE_BV[%d] clear".formatted(number);
                case STALE ->
                    "XSTATE_BV[%d] clear; %d of the bytes in memory %s stale".formatted(number, stale,
                            stale == 1 ? "is" : "are");
                case MISSING -> "XSTATE_BV[%d] set, the image ends before it".formatted(number);
                case NO_BYTES -> "XSTATE_BV[%d] clear, no bytes in the image".formatted(number);
                case PLAIN -> "";
            };
        }

        /** The state as one sign, for where there is no room for words. */
        public String symbol() {
            return switch (mark) {
                case IN_USE -> "\u25cf";
                case INIT, NO_BYTES -> "\u25cb";
                case STALE -> "\u25d0";
                case MISSING -> "\u2716";
                case PLAIN -> "";
            };
        }
    }

    /**
     * A field of a part.
     *
     * @param decoded its value: of a component in its initial configuration, that one's
     * @param spans   where its bytes lie, the least significant first; none for what is computed
     */
    public record Field(DecodedField decoded, List<Span> spans) {
        public Field {
            Objects.requireNonNull(decoded);
            spans = List.copyOf(spans);
        }

        /** Bytes, as stored. */
        public int width() {
            return spans.stream().mapToInt(Span::length).sum();
        }
    }

    /** A field with the part that it is shown in. */
    public record Place(Part part, Optional<Field> field) {
    }

    public ImageMap {
        parts = List.copyOf(parts);
    }

    public Optional<Part> component(int number) {
        return parts.stream().filter(part -> part.component().equals(OptionalInt.of(number))).findFirst();
    }

    /** What a byte belongs to: the narrowest field that has it, else the narrowest part. */
    public Optional<Place> at(int offset) {
        return parts.stream()
                .flatMap(part -> part.fields().stream()
                        .filter(field -> field.spans().stream().anyMatch(span -> span.contains(offset)))
                        .map(field -> new Place(part, Optional.of(field))))
                .min(Comparator.comparingInt(place -> place.field().orElseThrow().width()))
                .or(() -> parts.stream()
                        .filter(part -> part.span().filter(span -> span.contains(offset)).isPresent())
                        .min(Comparator.comparingInt(part -> part.span().orElseThrow().length()))
                        .map(part -> new Place(part, Optional.empty())));
    }

    /** A field by its name, whatever the case. */
    public Optional<Place> field(String name) {
        return parts.stream()
                .flatMap(part -> part.fields().stream()
                        .filter(field -> field.decoded().name().equalsIgnoreCase(name))
                        .map(field -> new Place(part, Optional.of(field))))
                .findFirst();
    }
}
