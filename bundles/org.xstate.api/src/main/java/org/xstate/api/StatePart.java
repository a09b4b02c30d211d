package org.xstate.api;

import java.util.Objects;

/**
 * A part of a component that is read and written on its own: the two MSRs of CET_U, say. Models hold one abstract value
 * for each part.
 *
 * @param name   as in a trace: {@code pl3_ssp}
 * @param offset bytes from the start of the component
 * @param size   bytes, at least 1
 */
public record StatePart(String name, int offset, int size) {
    public StatePart {
        Objects.requireNonNull(name);
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException("part " + name + ": " + size + " bytes at " + offset);
        }
    }
}
