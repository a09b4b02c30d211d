package org.xstate.api;

import java.util.Objects;

/**
 * A part of an architectural register that several components hold together.
 *
 * @param component number of the component that holds it
 * @param field     its name among the fields of that component's descriptor
 */
public record RegisterPart(int component, String field) {
    public RegisterPart {
        Objects.requireNonNull(field);
    }
}
