package org.xstate.model.ast;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;

/** What a variable starts with. */
public sealed interface Initializer {

    Span span();

    record Value(Expression value) implements Initializer {
        @Override
        public Span span() {
            return value.span();
        }
    }

    record Braces(List<Element> elements, Span span) implements Initializer {
        public Braces {
            elements = List.copyOf(elements);
        }
    }

    /** One entry between braces, for the next place or for a designated one. */
    record Element(Optional<Designator> designator, Initializer value) {
    }

    /** {@code [first ... last]}, {@code [index]} or {@code .member}. */
    sealed interface Designator {
    }

    record Slot(Expression first, Optional<Expression> last) implements Designator {
    }

    record Field(String member, Span span) implements Designator {
    }
}
