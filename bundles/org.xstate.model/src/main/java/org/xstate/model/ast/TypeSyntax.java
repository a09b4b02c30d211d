package org.xstate.model.ast;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;

/** A type as it is written, before names are resolved. */
public sealed interface TypeSyntax {

    Span span();

    /** {@code void}, {@code u64}, {@code unsigned long}, or a typedef's name. */
    record Named(String name, Span span) implements TypeSyntax {
    }

    /** {@code range(lo, hi)}: an integer with these bounds, both included; {@code int} to a C compiler. */
    record Range(Expression low, Expression high, Span span) implements TypeSyntax {
    }

    /** {@code struct name}, with its members if this is where they are declared. */
    record Struct(Optional<String> name, Optional<List<Member>> members, Span span) implements TypeSyntax {
        public Struct {
            members = members.map(List::copyOf);
        }
    }

    /** {@code enum name}, with its constants if this is where they are declared. */
    record Enumeration(Optional<String> name, Optional<List<Enumerator>> enumerators, Span span)
            implements TypeSyntax {
        public Enumeration {
            enumerators = enumerators.map(List::copyOf);
        }
    }

    record Pointer(TypeSyntax target, Span span) implements TypeSyntax {
    }

    record Array(TypeSyntax element, Expression length, Span span) implements TypeSyntax {
    }

    /** A member of a struct; a bit-field has a width in bits, which gives its range of values. */
    record Member(String name, TypeSyntax type, Optional<Expression> width, Span span) {
    }

    record Enumerator(String name, Optional<Expression> value, Span span) {
    }
}
