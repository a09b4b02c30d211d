package org.xstate.sim.debug;

import java.util.Objects;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;

/**
 * A function that has been entered and not yet left.
 *
 * @param function  its name; of the body of a task or an interrupt, its name
 * @param site      where it was called; absent for what nothing calls
 * @param procedure of the machine that holds its statements
 * @param locals    number of the first of its locals in the procedure
 */
public record Call(String function, Optional<Span> site, int procedure, int locals) {
    public Call {
        Objects.requireNonNull(function);
        Objects.requireNonNull(site);
    }
}
