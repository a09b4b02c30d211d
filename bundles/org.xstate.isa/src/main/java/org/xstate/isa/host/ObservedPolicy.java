package org.xstate.isa.host;

import java.util.Objects;

/**
 * Something that the architecture leaves to the processor, and what this processor does.
 *
 * @param id       stable, lower-case, words joined by hyphens: {@code xinuse-initial-load}
 * @param question what is open, in the manual's words
 * @param answer   what was seen
 */
public record ObservedPolicy(String id, String question, String answer) {
    public ObservedPolicy {
        Objects.requireNonNull(id);
        Objects.requireNonNull(question);
        Objects.requireNonNull(answer);
    }
}
